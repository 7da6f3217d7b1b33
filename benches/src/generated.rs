//! Crates of many methods, to be compiled: as they are, with a loop by hand for each, and with a paginator for each.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What there is beside each method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    Nothing,
    Hand,
    /// A paginator that nobody uses.
    Unused,
    Paginator,
}

/// What each method does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Next to nothing: its page is there.
    Little,
    /// Decodes its page from JSON.
    Json,
}

impl Beside {
    fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Hand => "hand",
            Self::Unused => "unused",
            Self::Paginator => "paginator",
        }
    }

    fn has_paginator(self) -> bool {
        matches!(self, Self::Unused | Self::Paginator)
    }

    fn attribute(self) -> &'static str {
        if self.has_paginator() { "#[paginated(input_token = \"NextToken\", result_key = \"Rows\")]" } else { "" }
    }

    fn derive(self) -> &'static str {
        if self.has_paginator() { "#[derive(Page)]" } else { "" }
    }

    /// A function that sums up the rows of a listing, or of its first page where there is nothing.
    fn sum(self, n: usize) -> String {
        let body = match self {
            Self::Nothing | Self::Unused => format!(
                "let page = client.list_{n}(input).await?;
                for row in page.rows {{
                    sum += row.number + row.name.len() as u64;
                }}"
            ),
            Self::Hand => format!(
                "let mut token = None;
                loop {{
                    let mut request = input.clone();
                    request.next_token = token;
                    let page = client.list_{n}(request).await?;
                    for row in page.rows {{
                        sum += row.number + row.name.len() as u64;
                    }}
                    token = page.next_token.filter(|token| !token.is_empty());
                    if token.is_none() {{
                        break;
                    }}
                }}"
            ),
            Self::Paginator => format!(
                "let mut rows = client.list_{n}_paginator(input).items();
                while let Some(row) = rows.next().await {{
                    let row = row?;
                    sum += row.number + row.name.len() as u64;
                }}"
            ),
        };
        let error = if self == Self::Paginator { "paginated::Error<Failed>" } else { "Failed" };
        format!(
            "pub async fn sum_{n}(client: &Client, input: Input{n}) -> Result<u64, {error}> {{
                let mut sum = 0;
                {body}
                Ok(sum)
            }}"
        )
    }

    fn method(self, does: Does, n: usize) -> String {
        format!(
            "#[derive(Clone, Default)]
            pub struct Input{n} {{ pub stack_name: String, pub next_token: Option<String> }}
            {derive}
            {decode}
            pub struct Output{n} {{ pub rows: Vec<Row{n}>, pub next_token: Option<String> }}
            {decode}
            pub struct Row{n} {{ pub number: u64, pub name: String }}
            impl Client {{
                {attribute}
                pub async fn list_{n}(&self, input: Input{n}) -> Result<Output{n}, Failed> {{
                    {body}
                }}
            }}
            {sum}
            ",
            derive = self.derive(),
            decode = does.decode(),
            attribute = self.attribute(),
            body = does.body(n),
            sum = self.sum(n),
        )
    }
}

impl Does {
    fn decode(self) -> &'static str {
        if self == Self::Json { "#[derive(serde::Deserialize)]" } else { "" }
    }

    fn body(self, n: usize) -> String {
        match self {
            Self::Little => format!(
                "let (numbers, next_token) = self.send(\"list_{n}\", input.stack_name, input.next_token).await?;
                let rows = numbers.into_iter().map(|(number, name)| Row{n} {{ number, name }}).collect();
                Ok(Output{n} {{ rows, next_token }})"
            ),
            Self::Json => format!(
                "let json = self.load(\"list_{n}\", input.stack_name, input.next_token).await?;
                serde_json::from_slice(&json).map_err(|_| Failed)"
            ),
        }
    }
}

const CLIENT: &str = "
    #[derive(Debug)]
    pub struct Failed;
    pub struct Client;
    impl Client {
        #[inline(never)]
        fn load(
            &self, name: &str, stack: String, token: Option<String>,
        ) -> std::pin::Pin<Box<dyn Future<Output = Result<Vec<u8>, Failed>> + Send>> {
            let next = token.map_or(name, |_| \"\");
            let json = format!(\"{{\\\"rows\\\":[{{\\\"number\\\":1,\\\"name\\\":{stack:?}}}],\\\"next_token\\\":{next:?}}}\");
            Box::pin(std::future::ready(Ok(json.into_bytes())))
        }
        #[inline(never)]
        async fn send(
            &self, name: &str, stack: String, token: Option<String>,
        ) -> Result<(Vec<(u64, String)>, Option<String>), Failed> {
            let next = token.is_none().then(|| name.to_owned());
            Ok(((0..std::hint::black_box(3)).map(|n| (n, stack.clone())).collect(), next))
        }
    }
";

/// Such a crate.
pub struct Generated {
    pub folder: PathBuf,
}

impl Generated {
    /// A library of `methods` methods; with `main`, a program that calls each of them, or none where there is
    /// nothing beside.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn write(within: &Path, beside: Beside, does: Does, methods: usize, main: bool) -> Self {
        let folder = within.join(beside.name());
        let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime");
        let manifest = format!(
            "[package]\nname = \"generated_{}\"\nedition = \"2024\"\n[dependencies]\npaginated.path = {runtime:?}\n\
             serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
             [profile.release]\nstrip = true\n[workspace]\n",
            beside.name()
        );
        let mut source =
            "#![allow(unused_imports, unused_mut, dead_code)]\nuse paginated::{Page, paginated};\n".to_owned() + CLIENT;
        for n in 0..methods {
            source += &beside.method(does, n);
        }
        if main {
            source += "fn run<F: Future>(future: F) -> F::Output {
                let mut future = std::pin::pin!(future);
                loop {
                    let cx = &mut std::task::Context::from_waker(std::task::Waker::noop());
                    if let std::task::Poll::Ready(ready) = future.as_mut().poll(cx) { return ready }
                }
            }
            fn main() {
                let mut sum = 0_u64;
            ";
            // What is not called is not in the program.
            let called = if beside == Beside::Nothing { 0 } else { methods };
            for n in 0..called {
                writeln!(source, "sum += run(sum_{n}(&Client, Input{n}::default())).unwrap();").expect("a line");
            }
            source += "println!(\"{sum}\"); }";
        }
        fs::create_dir_all(folder.join("src")).expect("a folder");
        fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
        fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock"), folder.join("Cargo.lock"))
            .expect("a lock file");
        let file = if main { "src/main.rs" } else { "src/lib.rs" };
        fs::write(folder.join(file), source).expect("a source");
        Self { folder }
    }

    /// Cargo in this crate, with a target folder that all of them share.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
        let target = self.folder.with_file_name("target");
        cargo.current_dir(&self.folder).args(arguments).env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
        cargo
    }
}

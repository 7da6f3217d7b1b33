//! Generates crates with many methods, with or without a paginator or a hand-written loop for each method.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The pagination of each method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pagination {
    None,
    HandWritten,
    /// A paginator without a use.
    UnusedPaginator,
    Paginator,
}

/// The body of each method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodBody {
    /// Returns a page without decoding.
    Trivial,
    /// Decodes a page from JSON.
    Json,
}

impl Pagination {
    fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::HandWritten => "hand_written",
            Self::UnusedPaginator => "unused_paginator",
            Self::Paginator => "paginator",
        }
    }

    fn has_paginator(self) -> bool {
        matches!(self, Self::UnusedPaginator | Self::Paginator)
    }

    fn attribute(self) -> &'static str {
        if self.has_paginator() { "#[paginated(input_token = \"NextToken\", result_key = \"Rows\")]" } else { "" }
    }

    fn derive(self) -> &'static str {
        if self.has_paginator() { "#[derive(Page)]" } else { "" }
    }

    /// Generates a function that sums the rows of all pages, or of the first page if there is no pagination.
    fn sum(self, n: usize) -> String {
        let body = match self {
            Self::None | Self::UnusedPaginator => format!(
                "let page = client.list_{n}(input).await?;
                for row in page.rows {{
                    sum += row.number + row.name.len() as u64;
                }}"
            ),
            Self::HandWritten => format!(
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

    fn method(self, body: MethodBody, n: usize) -> String {
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
            decode = body.decode(),
            attribute = self.attribute(),
            body = body.source(n),
            sum = self.sum(n),
        )
    }
}

impl MethodBody {
    fn decode(self) -> &'static str {
        if self == Self::Json { "#[derive(serde::Deserialize)]" } else { "" }
    }

    fn source(self, n: usize) -> String {
        match self {
            Self::Trivial => format!(
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

/// A generated crate.
pub struct GeneratedCrate {
    folder: PathBuf,
    name: String,
}

impl GeneratedCrate {
    /// Writes a library with `methods` methods, or with `main` a program that also calls each method with pagination.
    ///
    /// # Panics
    /// If the crate cannot be written.
    pub fn write(within: &Path, pagination: Pagination, body: MethodBody, methods: usize, main: bool) -> Self {
        let name = format!("generated_{}", pagination.name());
        let folder = within.join(pagination.name());
        let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\npaginated.path = {runtime:?}\n\
             serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
             [profile.release]\nstrip = true\n[workspace]\n",
        );
        let mut source =
            "#![allow(unused_imports, unused_mut, dead_code)]\nuse paginated::{Page, paginated};\n".to_owned() + CLIENT;
        for n in 0..methods {
            source += &pagination.method(body, n);
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
            // The linker removes methods that are not called.
            let called = if pagination == Pagination::None { 0 } else { methods };
            for n in 0..called {
                writeln!(source, "sum += run(sum_{n}(&Client, Input{n}::default())).unwrap();")
                    .expect("writing to a string cannot fail");
            }
            source += "println!(\"{sum}\"); }";
        }
        fs::create_dir_all(folder.join("src")).expect("the folder can be created");
        fs::write(folder.join("Cargo.toml"), manifest).expect("the manifest can be written");
        fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock"), folder.join("Cargo.lock"))
            .expect("the lock file can be copied");
        let file = if main { "src/main.rs" } else { "src/lib.rs" };
        fs::write(folder.join(file), source).expect("the source can be written");
        Self { folder, name }
    }

    /// Returns the path of the released program.
    pub fn program(&self) -> PathBuf {
        self.target().join("release").join(format!("{}{}", self.name, env::consts::EXE_SUFFIX))
    }

    /// Returns the target folder, which all generated crates share.
    pub fn target(&self) -> PathBuf {
        self.folder.with_file_name("target")
    }

    /// Returns the size in bytes of a stripped program with `methods` methods.
    ///
    /// # Panics
    /// If the program does not compile.
    pub fn program_size(within: &Path, pagination: Pagination, body: MethodBody, methods: usize) -> u64 {
        let package = Self::write(within, pagination, body, methods, true);
        let status = package.cargo(&["build", "--release", "--quiet"]).status();
        assert!(status.is_ok_and(|status| status.success()), "the generated crate does not compile");
        fs::metadata(package.program()).expect("the program exists").len()
    }

    /// Returns a Cargo command in this crate.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
        cargo
            .current_dir(&self.folder)
            .args(arguments)
            .env("CARGO_TARGET_DIR", self.target())
            .env("CARGO_INCREMENTAL", "0");
        cargo
    }
}

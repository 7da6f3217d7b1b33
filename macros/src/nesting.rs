//! How deep tokens are nested. `syn` reads them by recursion, and what is nested without end would be the end of its stack, and
//! of the compiler.

use proc_macro2::{TokenStream, TokenTree, token_stream};

use crate::mistake::mistake;

/// As deep as the compiler's own `recursion_limit`, beyond which a type is of no use.
const LIMIT: usize = 128;

/// That tokens are nested too deeply, where they are.
pub(crate) fn check(tokens: TokenStream) -> syn::Result<()> {
    let mut around = Vec::new();
    let mut level = Level { tokens: tokens.into_iter(), open: 0, prefixes: 0, last: ' ' };
    loop {
        let Some(token) = level.tokens.next() else {
            match around.pop() {
                Some(outer) => level = outer,
                None => return Ok(()),
            }
            continue;
        };
        let depth: usize = around.iter().map(Level::depth).sum();
        if depth + level.depth() > LIMIT {
            let what = format!("this is nested more than {LIMIT} levels deep");
            return Err(mistake(token, what, "give a part of it a name of its own: `type Part = …;`"));
        }
        level.read(&token);
        if let TokenTree::Group(group) = &token {
            let inner = Level { tokens: group.stream().into_iter(), open: 0, prefixes: 0, last: ' ' };
            around.push(std::mem::replace(&mut level, inner));
        }
    }
}

/// What stands between two brackets.
struct Level {
    tokens: token_stream::IntoIter,
    /// How many `<` are open.
    open: usize,
    /// How many `&`, `->` and the like stand before what is read.
    prefixes: usize,
    /// The sign that was read last, for a `>` may be that of `->` or `=>`.
    last: char,
}

impl Level {
    fn depth(&self) -> usize {
        1 + self.open + self.prefixes
    }

    fn read(&mut self, token: &TokenTree) {
        let sign = match token {
            TokenTree::Punct(punct) => punct.as_char(),
            _ => ' ',
        };
        match (self.last, sign) {
            ('-' | '=', '>') => {}
            (_, '>') => self.open = self.open.saturating_sub(1),
            (_, '<') => self.open += 1,
            (_, '&' | '*' | '!' | '-') => self.prefixes += 1,
            (_, ',' | ';') => self.prefixes = 0,
            _ => {}
        }
        self.last = sign;
    }
}

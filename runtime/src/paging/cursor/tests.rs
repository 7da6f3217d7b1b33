//! What to send next, when to stop, where to resume.

use super::*;

/// A token, `""` for none.
type Token = &'static str;

impl TokenValues for Token {
    fn none() -> Self {
        ""
    }
    fn any(&self) -> bool {
        !self.is_empty()
    }
    fn set(&self) -> u64 {
        self.any().into()
    }
    fn keep(&mut self, _: u64) {}
}

/// A page, before anything was cut off it.
#[derive(Clone, Copy)]
struct Came {
    count: usize,
    divisible: bool,
    next: Token,
    more: Option<bool>,
}

/// A page of `count` items with this token.
fn page(count: usize, next: Token) -> Came {
    Came { count, divisible: true, next, more: None }
}

/// It begins with the request as it is given.
fn cursor(max_items: impl Into<Option<usize>>) -> Cursor<Token> {
    let mut cursor = Cursor::new(max_items.into(), None, false);
    cursor.start(None, 0);
    cursor.begin();
    cursor
}

fn starting_at(place: Token, taken: usize) -> Cursor<Token> {
    let mut cursor = cursor(None);
    cursor.start(Some(place), taken);
    cursor
}

impl Cursor<Token> {
    /// Takes in the page that it asks for; what is skipped and what is kept of it.
    fn take_in(&mut self, page: Came) -> (usize, usize) {
        let cut = self.cut_of(page);
        cut.map_or((0, page.count), |Cut { skip, keep, .. }| (skip, keep))
    }

    /// Takes in the page that it asks for.
    fn cut_of(&mut self, page: Came) -> Option<Cut> {
        assert_eq!(self.step(), Step::Send);
        if !self.sends_as_given() {
            let mut tokens = "";
            self.copy(false, &mut tokens);
            assert_eq!(&tokens, self.place());
        }
        *self.arrive() = page.next;
        let cut = self.cuts().then(|| self.cut(page.count, page.divisible));
        self.receive(cut.map_or(page.count, |cut| cut.keep), page.more);
        cut
    }

    /// Where to go on, `("", _)` at the beginning.
    fn at(&self, left: usize) -> Option<(Token, usize)> {
        let position = self.position(left)?;
        Some((*position.place, position.taken))
    }
}

mod what_to_send_next {
    use super::*;

    #[test]
    fn first_the_request_as_it_was_given() {
        let mut cursor = cursor(None);
        assert_eq!((cursor.step(), cursor.place(), cursor.sends_as_given()), (Step::Send, &"", true));
        cursor.take_in(page(2, "a"));
        assert!(!cursor.sends_as_given());
    }

    #[test]
    fn first_the_starting_token() {
        let mut cursor = starting_at("a", 3);
        assert_eq!((cursor.step(), cursor.place()), (Step::Send, &"a"));
    }

    #[test]
    fn then_the_token_of_each_page_though_it_is_empty() {
        let mut cursor = cursor(None);
        cursor.take_in(page(2, "a"));
        assert_eq!(cursor.place(), &"a");
        cursor.take_in(page(0, "b"));
        assert_eq!((cursor.step(), cursor.place()), (Step::Send, &"b"));
    }

    #[test]
    fn the_same_again_after_a_failure() {
        let mut cursor = starting_at("a", 3);
        cursor.failed();
        assert_eq!(cursor.step(), Step::End);
        cursor.retry();
        assert_eq!((cursor.step(), cursor.place()), (Step::Send, &"a"));
        assert_eq!(cursor.take_in(page(5, "")), (3, 2));
    }
}

mod when_to_stop {
    use super::*;

    /// It says why once, and nothing after that.
    fn assert_halts(cursor: &mut Cursor<Token>, halt: Halt) {
        assert!(!cursor.is_over());
        assert_eq!(cursor.remaining(false), Some(1));
        assert_eq!(cursor.step(), Step::Halt(halt));
        assert_ended(cursor);
        cursor.retry();
        assert_ended(cursor);
    }

    fn assert_ended(cursor: &mut Cursor<Token>) {
        assert_eq!(cursor.step(), Step::End);
        assert!(cursor.is_over());
        assert_eq!(cursor.remaining(false), Some(0));
    }

    #[test]
    fn without_a_token() {
        let mut cursor = cursor(None);
        cursor.take_in(page(2, ""));
        assert_ended(&mut cursor);
        assert_eq!(cursor.at(0), None);
    }

    #[test]
    fn with_a_flag_that_is_false_whatever_the_token_says() {
        for next in ["a", ""] {
            let mut cursor = cursor(None);
            cursor.take_in(Came { more: Some(false), ..page(2, next) });
            assert_ended(&mut cursor);
            assert_eq!(cursor.at(0), None);
        }
    }

    #[test]
    fn with_a_flag_that_is_true_and_no_token() {
        for max_items in [None, Some(2), Some(3)] {
            let mut cursor = cursor(max_items);
            cursor.take_in(Came { more: Some(true), ..page(2, "") });
            assert_halts(&mut cursor, Halt::MoreWithoutToken);
        }
    }

    #[test]
    fn with_the_token_that_asked_for_the_page() {
        let mut cursor = starting_at("a", 0);
        cursor.take_in(page(2, "a"));
        assert_halts(&mut cursor, Halt::RepeatedToken);
    }

    #[test]
    fn at_the_token_that_asked_for_the_page_where_it_means_the_end() {
        let mut cursor = Cursor::new(None, None, true);
        cursor.start(Some("a"), 0);
        cursor.begin();
        cursor.take_in(page(2, "a"));
        assert_ended(&mut cursor);
        assert_eq!(cursor.at(0), None);
    }

    #[test]
    fn with_a_token_that_came_before() {
        let mut cursor = cursor(None);
        cursor.take_in(page(2, "a"));
        cursor.take_in(page(2, "b"));
        cursor.take_in(page(2, "a"));
        assert_halts(&mut cursor, Halt::TokenCycle);
    }

    #[test]
    fn with_the_token_that_it_began_at() {
        let mut cursor = starting_at("a", 0);
        cursor.take_in(page(2, "b"));
        cursor.take_in(page(2, "a"));
        assert_halts(&mut cursor, Halt::TokenCycle);
    }

    #[test]
    fn at_as_many_items_as_are_wanted() {
        for (max_items, kept) in [(1, 1), (2, 2), (3, 3)] {
            let mut cursor = cursor(max_items);
            assert_eq!(cursor.take_in(page(3, "a")), (0, kept));
            assert_ended(&mut cursor);
        }
    }

    #[test]
    fn before_the_first_page_where_none_is_wanted() {
        assert_ended(&mut cursor(0));
    }

    /// It will be an error when it repeats again.
    #[test]
    fn at_as_many_items_as_are_wanted_though_the_token_repeats() {
        let mut cursor = cursor(2);
        cursor.start(Some("a"), 0);
        cursor.take_in(page(2, "a"));
        assert_ended(&mut cursor);
        assert_eq!(cursor.at(0), Some(("a", 0)));
    }

    #[test]
    fn at_as_many_pages_as_are_allowed() {
        let mut cursor = Cursor::new(None, Some(1), false);
        cursor.begin();
        cursor.take_in(page(2, "a"));
        assert_eq!(cursor.step(), Step::Halt(Halt::MaxPages));
        assert_ended(&mut cursor);
        assert_eq!(cursor.at(0), Some(("a", 0)));
    }

    #[test]
    fn where_nothing_may_be_sent() {
        let mut cursor = cursor(None);
        cursor.refuse();
        assert_ended(&mut cursor);
        cursor.retry();
        assert_ended(&mut cursor);
    }
}

mod what_to_cut_off {
    use super::*;

    /// What is skipped and kept of a page of four items, of which `taken` were taken before.
    fn cut(taken: usize, max_items: Option<usize>, divisible: bool) -> (usize, usize) {
        let mut cursor = cursor(max_items);
        cursor.start(Some("a"), taken);
        cursor.take_in(Came { divisible, ..page(4, "b") })
    }

    #[test]
    fn what_was_taken_before_and_what_is_not_wanted() {
        assert_eq!(cut(0, None, true), (0, 4));
        assert_eq!(cut(0, Some(3), true), (0, 3));
        assert_eq!(cut(1, None, true), (1, 3));
        assert_eq!(cut(1, Some(2), true), (1, 2));
        assert_eq!(cut(4, Some(2), true), (4, 0));
        assert_eq!(cut(9, Some(2), true), (4, 0));
    }

    #[test]
    fn all_or_nothing_of_a_map() {
        assert_eq!(cut(0, Some(3), false), (0, 4));
        assert_eq!(cut(1, None, false), (1, 0));
    }

    #[test]
    fn only_of_the_first_page_what_was_taken_before() {
        let mut cursor = starting_at("a", 1);
        assert!(cursor.cut_of(page(4, "b")).is_some_and(|cut| cut.resumed));
        assert_eq!(cursor.cut_of(page(4, "c")), None);
    }

    #[test]
    fn a_page_resumed_at_its_beginning_is_whole() {
        assert_eq!(starting_at("a", 0).cut_of(page(4, "b")), None);
    }

    #[test]
    fn counting_goes_on_over_pages() {
        let mut cursor = cursor(6);
        assert_eq!(cursor.take_in(page(4, "a")), (0, 4));
        assert_eq!((cursor.remaining(false), cursor.given(), cursor.pages()), (Some(2), 4, 1));
        assert_eq!(cursor.take_in(page(4, "b")), (0, 2));
        assert_eq!((cursor.remaining(false), cursor.given(), cursor.pages()), (Some(0), 2, 2));
    }
}

mod where_to_resume {
    use super::*;

    #[test]
    fn where_it_begins_before_the_first_page() {
        assert_eq!(cursor(None).at(0), Some(("", 0)));
        assert_eq!(cursor(0).at(0), Some(("", 0)));
        assert_eq!(starting_at("a", 3).at(0), Some(("a", 3)));
    }

    #[test]
    fn in_the_page_in_hand_while_some_of_it_is_left() {
        let mut cursor = starting_at("a", 1);
        cursor.take_in(page(4, "b"));
        let positions = [3, 2, 1, 0].map(|left| cursor.at(left));
        assert_eq!(positions, [Some(("a", 1)), Some(("a", 2)), Some(("a", 3)), Some(("b", 0))]);
    }

    #[test]
    fn in_the_last_page_too() {
        let mut cursor = cursor(None);
        cursor.take_in(page(2, "a"));
        cursor.take_in(page(2, ""));
        assert_eq!([2, 1, 0].map(|left| cursor.at(left)), [Some(("a", 0)), Some(("a", 1)), None]);
    }

    #[test]
    fn in_a_page_that_was_cut() {
        let mut cursor = cursor(3);
        cursor.start(Some("a"), 1);
        cursor.take_in(page(6, "b"));
        assert_eq!([3, 1, 0].map(|left| cursor.at(left)), [Some(("a", 1)), Some(("a", 3)), Some(("a", 4))]);
    }

    #[test]
    fn at_the_next_page_where_the_limit_is_a_page_s_end() {
        let mut cursor = cursor(3);
        cursor.take_in(page(3, "a"));
        assert_eq!(cursor.at(0), Some(("a", 0)));
    }

    #[test]
    fn at_the_page_that_failed() {
        let mut cursor = cursor(None);
        cursor.take_in(page(3, "a"));
        cursor.failed();
        assert_eq!(cursor.at(0), Some(("a", 0)));
        let mut cursor = starting_at("a", 3);
        cursor.failed();
        assert_eq!(cursor.at(0), Some(("a", 3)));
    }

    #[test]
    fn at_the_token_that_repeats() {
        let mut cursor = starting_at("a", 0);
        cursor.take_in(page(3, "a"));
        assert_eq!([1, 0].map(|left| cursor.at(left)), [Some(("a", 2)), Some(("a", 0))]);
    }

    #[test]
    fn behind_what_was_given_where_there_is_more_and_no_token() {
        let more = |count| Came { more: Some(true), ..page(count, "") };
        let mut cursor = starting_at("a", 1);
        cursor.take_in(more(3));
        assert_eq!([1, 0].map(|left| cursor.at(left)), [Some(("a", 2)), Some(("a", 3))]);
        let mut cursor = starting_at("a", 9);
        cursor.take_in(more(3));
        assert_eq!(cursor.at(0), Some(("a", 9)));
    }
}

mod cycles {
    use super::*;

    impl TokenValues for u32 {
        fn none() -> Self {
            u32::MAX
        }
        fn any(&self) -> bool {
            *self != u32::MAX
        }
        fn set(&self) -> u64 {
            self.any().into()
        }
        fn keep(&mut self, _: u64) {}
    }

    /// How a request is sent, and its page received.
    #[derive(Clone, Copy, Debug)]
    enum By {
        /// It takes the token, and a copy stays.
        Copy,
        /// It lends the token.
        Lending,
        /// The first is sent ahead of the items before it.
        Ahead,
    }

    /// After how many pages with these tokens it is seen that one came before.
    fn found(mut tokens: impl Iterator<Item = u32>, by: By) -> Option<u64> {
        let mut cursor = Cursor::new(None, None, false);
        cursor.begin();
        loop {
            match by {
                By::Copy => cursor.copy(false, &mut u32::none()),
                By::Ahead => cursor.copy(cursor.pages() > 0, &mut u32::none()),
                By::Lending => {
                    let (tokens, set) = cursor.lend();
                    cursor.give_back(tokens, set);
                }
            }
            *cursor.arrive() = tokens.next()?;
            cursor.receive(1, None);
            match cursor.step() {
                Step::Send => {}
                step => {
                    assert!(matches!(step, Step::Halt(Halt::TokenCycle | Halt::RepeatedToken)), "{step:?}");
                    return Some(cursor.pages());
                }
            }
        }
    }

    #[test]
    fn are_found_within_three_times_their_pages() {
        for by in [By::Copy, By::Lending, By::Ahead] {
            for lead_in in 0..40 {
                for cycle in 1..40 {
                    let tokens = (0..lead_in).chain((lead_in..lead_in + cycle).cycle());
                    let found = found(tokens, by).expect("a cycle is found");
                    let (all, at_most) = (u64::from(lead_in + cycle), u64::from(3 * (lead_in + cycle)));
                    assert!(all < found && found <= at_most, "{by:?}: {lead_in} + {cycle}: {found}");
                }
            }
        }
    }

    #[test]
    fn are_not_found_where_none_is() {
        for by in [By::Copy, By::Lending, By::Ahead] {
            assert_eq!(found(0..10_000, by), None);
        }
    }
}

//! `full_result` of maps whose keys come again on later pages (rule 13): the values are joined, or the list stops with
//! `DuplicateKey`.

use std::collections::BTreeMap;
use std::fmt::Debug;

use paginated::{Error, Page, paginated};

#[derive(Clone, Default)]
struct Input {
    token: Option<String>,
}

/// A service that answers with the given pages.
#[derive(Clone)]
struct Service<P>(Vec<P>);

#[derive(Page, Clone, Debug, Default, PartialEq)]
struct Answer<V> {
    entries: BTreeMap<&'static str, V>,
    unreachable: Vec<&'static str>,
    token: Option<String>,
}

impl<V: Clone + Debug> Service<BTreeMap<&'static str, V>> {
    fn answer(&self, input: &Input) -> Answer<V> {
        let page = input.token.as_deref().map_or(0, |token| token.parse::<usize>().unwrap());
        let token = (page + 1 < self.0.len()).then(|| (page + 1).to_string());
        Answer { entries: self.0[page].clone(), unreachable: vec!["zone"], token }
    }
}

/// Defines a service of maps with the given values. The types are written out, because those of a generic page are unknown.
macro_rules! services {
    ($($method:ident: $value:ty;)*) => {
        $(impl Service<BTreeMap<&'static str, $value>> {
            #[paginated(input_token = "token", result_key = ["entries", "unreachable"])]
            async fn $method(&self, input: Input) -> Result<Answer<$value>, std::io::Error> {
                Ok(self.answer(&input))
            }
        })*
    };
}

services! {
    lists: Vec<u32>;
    numbers: u32;
    maps: BTreeMap<u8, Vec<u32>>;
    maps_of_numbers: Option<BTreeMap<u8, u32>>;
    structs_with_maps: Labels;
    zones: Zone;
    wrapped: Option<Box<Vec<u32>>>;
    slices: Box<[u32]>;
    regions: Region;
    names: Name;
    networks: Network;
}

/// A zone of Compute Engine's aggregated lists.
#[derive(Page, Clone, Debug, Default, PartialEq)]
struct Zone {
    instances: Vec<u32>,
    warning: Option<&'static str>,
    id: u32,
}

/// A struct whose list is a boxed slice.
#[derive(Page, Clone, Debug, Default, PartialEq)]
struct Region {
    instances: Box<[u32]>,
}

/// A struct whose map has maps as values.
#[derive(Page, Clone, Debug, Default, PartialEq)]
struct Labels {
    labels: BTreeMap<&'static str, BTreeMap<u8, u32>>,
}

/// A struct without a list.
#[derive(Page, Clone, Debug, Default, PartialEq)]
struct Name {
    name: Option<String>,
}

/// A struct with lists in other structs.
#[derive(Page, Clone, Debug, Default, PartialEq)]
struct Network {
    routes: Vec<u32>,
    labels: BTreeMap<u8, u8>,
    ports: BTreeMap<u8, Vec<u32>>,
    region: Region,
    zone: Option<Zone>,
    name: Option<Name>,
}

#[tokio::test]
async fn the_lists_of_a_key_that_comes_again_are_joined() {
    let pages = vec![BTreeMap::from([("a", vec![1])]), BTreeMap::from([("a", vec![2]), ("b", vec![3])])];
    let full = Service(pages).lists_paginator(Input::default()).full_result().await.unwrap();
    assert_eq!(full.output.entries, BTreeMap::from([("a", vec![1, 2]), ("b", vec![3])]));
    assert_eq!(full.output.unreachable, ["zone"; 2]);
}

#[tokio::test]
async fn maps_and_wrapped_lists_are_joined() {
    let inner = |key, value| BTreeMap::from([(key, vec![value])]);
    let pages = vec![BTreeMap::from([("a", inner(1, 1))]), BTreeMap::from([("a", inner(1, 2))])];
    let full = Service(pages).maps_paginator(Input::default()).full_result().await.unwrap();
    assert_eq!(full.output.entries["a"], BTreeMap::from([(1, vec![1, 2])]));
    let list = |value: Option<u32>| value.map(|value| Box::new(vec![value]));
    let pages = [None, Some(1), None, Some(2)].map(|value| BTreeMap::from([("a", list(value))])).to_vec();
    let full = Service(pages).wrapped_paginator(Input::default()).full_result().await.unwrap();
    assert_eq!(full.output.entries["a"].as_deref(), Some(&vec![1, 2]));
}

#[tokio::test]
async fn maps_whose_values_cannot_be_joined_are_joined_unless_an_inner_key_comes_again() {
    let inner = |keys: &[u8]| keys.iter().map(|key| (*key, u32::from(*key))).collect::<BTreeMap<_, _>>();
    let pages = |two| [inner(&[1]), inner(&[two])].map(|map| BTreeMap::from([("a", Some(map))])).to_vec();
    let full = Service(pages(2)).maps_of_numbers_paginator(Input::default()).full_result().await.unwrap();
    assert_eq!(full.output.entries["a"], Some(inner(&[1, 2])));
    let error = Service(pages(1)).maps_of_numbers_paginator(Input::default()).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::DuplicateKey(_)), "{error}");

    let labels = |keys: &[u8]| BTreeMap::from([("a", Labels { labels: BTreeMap::from([("b", inner(keys))]) })]);
    let service = |two| Service(vec![labels(&[1]), labels(&[two])]);
    let full = service(2).structs_with_maps_paginator(Input::default()).full_result().await.unwrap();
    assert_eq!(full.output.entries, labels(&[1, 2]));
    let error = service(1).structs_with_maps_paginator(Input::default()).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::DuplicateKey(_)), "{error}");
}

#[tokio::test]
async fn boxed_slices_are_joined() {
    let pages = [1, 2].map(|value| BTreeMap::from([("a", Box::from([value]))])).to_vec();
    let full = Service(pages).slices_paginator(Input::default()).full_result().await.unwrap();
    assert_eq!(full.output.entries["a"], Box::from([1, 2]));
    let pages = [1, 2].map(|value| BTreeMap::from([("a", Region { instances: Box::from([value]) })])).to_vec();
    let full = Service(pages).regions_paginator(Input::default()).full_result().await.unwrap();
    assert_eq!(full.output.entries["a"].instances, Box::from([1, 2]));
}

/// opencost PR 3932: most zones of a page have no machines and a warning.
#[tokio::test]
async fn the_lists_of_a_struct_are_joined_and_its_other_fields_are_the_first_ones() {
    let zone = |instances: &[u32], warning, id| Zone { instances: instances.to_vec(), warning, id };
    let pages = [zone(&[1], None, 7), zone(&[], Some("NO_RESULTS"), 8), zone(&[2], Some("OTHER"), 9)];
    let pages = pages.map(|zone| BTreeMap::from([("a", zone)])).to_vec();
    let full = Service(pages).zones_paginator(Input::default()).full_result().await.unwrap();
    assert_eq!(full.output.entries["a"], zone(&[1, 2], Some("NO_RESULTS"), 7));
}

#[tokio::test]
async fn the_lists_in_the_structs_of_a_struct_are_joined() {
    let network = |values: &[u32]| Network {
        routes: values.to_vec(),
        labels: BTreeMap::from([(values[0] as u8, 0)]),
        ports: BTreeMap::from([(7, values.to_vec())]),
        region: Region { instances: values.into() },
        zone: Some(Zone { instances: values.to_vec(), ..Zone::default() }),
        name: Some(Name { name: Some(values[0].to_string()) }),
    };
    let pages = |values: [u32; 2]| values.map(|value| BTreeMap::from([("a", network(&[value]))])).to_vec();
    let full = Service(pages([1, 2])).networks_paginator(Input::default()).full_result().await.unwrap();
    let labels = BTreeMap::from([(1, 0), (2, 0)]);
    assert_eq!(full.output.entries["a"], Network { labels, ..network(&[1, 2]) });
    let error = Service(pages([1, 1])).networks_paginator(Input::default()).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::DuplicateKey(_)), "{error}");
}

#[tokio::test]
async fn a_number_that_comes_again_is_an_error_and_nothing_is_lost() {
    let pages = vec![BTreeMap::from([("a", 1)]), BTreeMap::from([("b", 2)]), BTreeMap::from([("a", 3)])];
    let service = Service(pages);
    let error = service.numbers_paginator(Input::default()).full_result().await.unwrap_err();
    let Error::DuplicateKey(context) = &error.error else { panic!("{error}") };
    assert_eq!((context.operation, context.key, context.pages), ("numbers", "entries", 3));
    let output = error.output.unwrap();
    assert_eq!(output.entries, BTreeMap::from([("a", 1), ("b", 2)]));
    assert_eq!(output.unreachable, ["zone"; 2]);
    let token = error.resume_token.unwrap().to_string();
    let rest = service.numbers_paginator(Input::default()).starting_token(token).full_result().await.unwrap();
    assert_eq!(rest.output.entries, BTreeMap::from([("a", 3)]));
}

#[tokio::test]
async fn a_struct_without_a_list_that_comes_again_is_an_error() {
    let pages = ["x", "y"].map(|name| BTreeMap::from([("a", Name { name: Some(name.to_owned()) })])).to_vec();
    let error = Service(pages).names_paginator(Input::default()).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::DuplicateKey(_)), "{error}");
}

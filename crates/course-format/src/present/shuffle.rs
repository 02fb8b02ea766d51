//! An order that is the same for everybody and gives nothing away.

/// A number from words, evenly spread: FNV-1a, its bits mixed once more by the finaliser of splitmix64.
pub(crate) fn hash(parts: &[&str]) -> u64 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0xff]) {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

/// The same things in an order that depends on the seed alone, and is never the order they came in where there is
/// another one.
pub(crate) fn shuffled(ids: &[String], seed: &str) -> Vec<String> {
    let mut mixed = ids.to_vec();
    mixed.sort_by_key(|id| (hash(&[seed, id]), id.clone()));
    if mixed == ids && mixed.len() > 1 {
        mixed.rotate_left(1);
    }
    mixed
}

#[cfg(test)]
mod tests {
    use super::shuffled;

    #[test]
    fn the_key_is_never_the_order_shown() {
        let ids: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        for seed in 0..200 {
            let mixed = shuffled(&ids, &seed.to_string());
            assert_ne!(mixed, ids);
            assert_eq!(mixed, shuffled(&ids, &seed.to_string()));
        }
    }
}

//! `[security]`

use serde::{Deserialize, Serialize};

/// The cost of a password's hash (argon2id), and limits on asking.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Security {
    /// Memory in KiB; OWASP's recommendation of 19 MiB by default.
    pub argon2_memory_kib: u32,
    /// Passes.
    pub argon2_passes: u32,
    /// Counts sign-ins, sign-ups and unknown certificate numbers by address. Off only where something in front of the program
    /// does it.
    pub address_limits: bool,
}

impl Default for Security {
    fn default() -> Self {
        Self { argon2_memory_kib: 19_456, argon2_passes: 2, address_limits: true }
    }
}

impl Security {
    pub(super) fn wrong(&self) -> Option<(&'static str, String)> {
        if !(8192..=1_048_576).contains(&self.argon2_memory_kib) {
            return Some(("security.argon2_memory_kib", self.argon2_memory_kib.to_string()));
        }
        let passes = Some(self.argon2_passes).filter(|passes| !(1..=20).contains(passes));
        passes.map(|passes| ("security.argon2_passes", passes.to_string()))
    }
}

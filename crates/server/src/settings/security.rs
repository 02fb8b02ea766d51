//! `[security]`

use serde::{Deserialize, Serialize};

/// The cost of a password's hash (argon2id).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Security {
    /// Memory in KiB; OWASP's recommendation of 19 MiB by default.
    pub argon2_memory_kib: u32,
    /// Passes.
    pub argon2_passes: u32,
}

impl Default for Security {
    fn default() -> Self {
        Self { argon2_memory_kib: 19_456, argon2_passes: 2 }
    }
}

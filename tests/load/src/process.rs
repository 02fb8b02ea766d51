//! What the operating system knows about a process: memory, and the time that processors gave it. Linux tells; elsewhere
//! these figures are left out.

/// Resident memory in bytes: now, and the most so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Memory {
    pub(crate) now: u64,
    pub(crate) most: u64,
}

/// The memory of a process.
pub(crate) fn memory(id: u32) -> Option<Memory> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let kib = |name: &str| -> Option<u64> {
        status.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
    };
    Some(Memory { now: kib("VmRSS:")? * 1024, most: kib("VmHWM:")? * 1024 })
}

/// The kernel's unit of these counts: a hundredth of a second on every Linux that programs are built for.
const TICKS_A_SECOND: f64 = 100.0;

/// Seconds that processors have worked for a process so far, its ended threads included.
pub(crate) fn processor_seconds(id: u32) -> Option<f64> {
    let text = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The program's name stands in brackets and may hold blanks; what follows it is numbers.
    let mut fields = text.get(text.rfind(')')? + 2..)?.split_whitespace().skip(11);
    let (user, system): (f64, f64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some((user + system) / TICKS_A_SECOND)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{memory, processor_seconds};

    #[test]
    fn this_process_has_memory_and_worked() {
        let began = std::time::Instant::now();
        while began.elapsed().as_millis() < 60 {
            std::hint::spin_loop();
        }
        let id = std::process::id();
        assert!(memory(id).is_some_and(|memory| memory.now > 100_000 && memory.most >= memory.now));
        assert!(processor_seconds(id).is_some_and(|seconds| (0.02..60.0).contains(&seconds)));
    }
}

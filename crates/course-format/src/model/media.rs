//! The media files that a course refers to.

use std::collections::BTreeSet;

use super::{Block, BlockKind, Course, QuestionKind, Texts};

impl Course {
    /// Every media file that blocks and texts refer to, as a path from the course's folder, sorted.
    #[must_use]
    pub fn media_in_use(&self) -> Vec<String> {
        let mut found: BTreeSet<String> = BTreeSet::new();
        let mut texts: Vec<&Texts> = vec![&self.texts, &self.about, &self.outcomes_intro, &self.audience, &self.needs];
        texts.extend(self.modules.iter().map(|module| &module.texts));
        texts.extend(self.units().map(|unit| &unit.texts));
        for (_, block) in self.blocks() {
            found.extend(block.files().into_iter().map(|file| format!("media/{file}")));
            texts.push(&block.texts);
            texts.extend(block.parts.values());
        }
        for (_, section) in texts.into_iter().flat_map(Texts::iter) {
            found.extend(crate::markdown::media_in(&section.body));
        }
        found.into_iter().collect()
    }
}

impl Block {
    /// The names in `media/` of the files that the block's settings refer to.
    #[must_use]
    pub fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = match &self.kind {
            BlockKind::Image { file, .. } | BlockKind::Download { file } => vec![file],
            BlockKind::Infographic { file } | BlockKind::Audio { file, .. } => {
                file.values().into_iter().map(String::as_str).collect()
            }
            BlockKind::Video { file, captions, poster, .. } => {
                let others = captions.values().chain(poster).map(String::as_str);
                std::iter::once(file.as_str()).chain(others).collect()
            }
            BlockKind::Question(question) => match &question.kind {
                QuestionKind::Hotspot { file, .. } | QuestionKind::Label { file, .. } => vec![file],
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        files.retain(|file| !file.is_empty());
        files
    }
}

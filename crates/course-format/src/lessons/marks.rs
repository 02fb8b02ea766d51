//! Tags of other systems that fill a line, taken apart.

/// A tag that fills a line.
pub(super) struct BlockTag {
    /// Its name, without `end`.
    pub name: String,
    /// True where it ends what the tag of that name began.
    pub closes: bool,
    /// What stands behind the name.
    pub rest: String,
}

/// The tag that fills a line: Liquid's `{% name … %}`, Hugo's `{{< name … >}}` and `{{% name … %}}`, and the
/// `--- name ---` of project sheets.
pub(super) fn block_tag(line: &str) -> Option<BlockTag> {
    let liquid = line
        .strip_prefix("{%")
        .filter(|rest| !rest.starts_with('}'))
        .and_then(|rest| rest.strip_suffix("%}"))
        .filter(|_| !line.starts_with("{{"));
    let hugo = line
        .strip_prefix("{{<")
        .and_then(|rest| rest.strip_suffix(">}}"))
        .or_else(|| line.strip_prefix("{{%").and_then(|rest| rest.strip_suffix("%}}")));
    let sheet = line.strip_prefix("--- ").and_then(|rest| rest.strip_suffix(" ---"));
    if let Some(inner) = liquid.filter(|inner| !inner.contains("%}")) {
        let inner = inner.trim_matches(['-', ' ']);
        let (name, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        let (closes, name) =
            name.strip_prefix("end").filter(|name| !name.is_empty()).map_or((false, name), |name| (true, name));
        return is_name(name).then(|| BlockTag { name: name.to_lowercase(), closes, rest: rest.trim().to_owned() });
    }
    let inner = hugo.or(sheet)?.trim();
    if inner.contains("{{") {
        return None;
    }
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner.trim_start()));
    let (name, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let known = sheet.is_none() || SHEET.split(' ').any(|word| word == name.trim_end_matches('/'));
    (is_name(name) && known).then(|| BlockTag { name: name.to_lowercase(), closes, rest: rest.trim().to_owned() })
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/'))
}

/// The boxes of project sheets.
const SHEET: &str = "task hints hint collapse code no-print print-only challenge quiz question choices feedback save";

/// `hint style="info"` is a box of the class `info`, `notice tip "Mind"` one of the class `tip` with a title.
pub(super) fn class_of_tag(tag: &BlockTag) -> String {
    let attribute = |name: &str| {
        let (_, rest) = tag.rest.split_once(&format!("{name}="))?;
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        match quote {
            Some(quote) => rest[1..].split(quote).next().map(str::to_owned),
            None => rest.split_whitespace().next().map(str::to_owned),
        }
    };
    let generic = [
        "hint",
        "notice",
        "callout",
        "alert",
        "admonition",
        "aside",
        "box",
        "details",
        "expand",
        "collapse",
        "spoiler",
        "tab",
    ];
    let mut class = tag.name.clone();
    let mut title =
        attribute("title").or_else(|| attribute("summary")).or_else(|| attribute("name")).unwrap_or_default();
    if generic.contains(&tag.name.as_str()) {
        let first = tag.rest.split_whitespace().next().unwrap_or_default();
        let plain = !first.contains(['=', '"', '\'']) && !first.is_empty();
        let unfolds = ["details", "expand", "collapse", "spoiler", "tab"].contains(&tag.name.as_str());
        if let Some(style) = attribute("style").or_else(|| attribute("type")).or_else(|| attribute("color")) {
            class = style;
        } else if plain && !unfolds {
            class = first.to_owned();
        }
        if title.is_empty() {
            let rest = if plain && !unfolds { tag.rest[first.len()..].trim() } else { tag.rest.as_str() };
            if !rest.contains('=') {
                rest.trim_matches(['"', '\'']).clone_into(&mut title);
            }
        }
    }
    format!("{class} {title}").trim_end().to_owned()
}

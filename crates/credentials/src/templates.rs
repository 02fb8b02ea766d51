//! The templates of all times, in the database: a certificate is drawn with the one of its day, also when the program no longer
//! knows it. A stored version is never changed.

use print::Template;
use print::certificate::VERSIONS;
use vocabulary::millis;

use crate::service::Credentials;
use crate::{Error, queries};

impl Credentials {
    /// Stores the program's versions that are not stored yet.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn ensure_templates(&self) -> Result<(), Error> {
        let now = millis(self.clock.now());
        let stored = queries::templates(self.db.read()).await?;
        for (version, body) in VERSIONS {
            let version = i32::try_from(version).unwrap_or(i32::MAX);
            match stored.iter().find(|row| row.version == version) {
                Some(row) if row.body == body => {}
                Some(_) => tracing::warn!(version, "the stored template differs from the program's and is kept"),
                None => {
                    self.db
                        .write(move |tx| {
                            Box::pin(async move { queries::insert_template(tx, version, body, now).await })
                        })
                        .await?;
                }
            }
        }
        Ok(())
    }

    /// The stored template of that version.
    pub(crate) async fn template(&self, version: i32) -> Result<Template, Error> {
        if let Some(known) = self.templates.get(&version).await {
            return Ok(known);
        }
        let row = queries::template(self.db.read(), version).await?;
        let row = row.ok_or_else(|| Error::System(format!("template {version} is not stored")))?;
        let template = Template::new(&row.body)?;
        self.templates.insert(version, template.clone()).await;
        Ok(template)
    }
}

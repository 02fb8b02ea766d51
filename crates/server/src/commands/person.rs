//! `aulari person create`

use std::io::BufRead;

use accounts::{Console, Role, SignUp};
use clap::{Args, Subcommand};
use serde_json::json;
use vocabulary::Locale;

use super::{Context, Done, Failure, data, out};

/// Make people.
#[derive(Debug, Args)]
pub(super) struct Person {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make a person with a role.
    Create(Create),
}

#[derive(Debug, Args)]
struct Create {
    /// `learner`, `author` or `administrator`.
    #[arg(long, default_value = "learner")]
    role: String,
    /// The name that certificates carry.
    #[arg(long)]
    name: String,
    /// A user name or an e-mail address.
    #[arg(long)]
    login: String,
    /// The password; read from standard input when missing, so that it stays out of the shell's history.
    #[arg(long)]
    password: Option<String>,
    /// The language of the interface.
    #[arg(long, default_value = "ca")]
    language: Locale,
}

pub(super) async fn run(context: &Context, command: Person) -> Done {
    let What::Create(create) = command.what;
    let role = Role::find(&create.role)
        .ok_or_else(|| Failure::Input(format!("`{}` is none of learner, author, administrator", create.role)))?;
    let password = match create.password {
        Some(password) => password,
        None => read_password()?,
    };
    let parts = data::open(context).await?;
    let form = SignUp { name: create.name, login: create.login, password, language: create.language };
    let made = parts.accounts.create_person(&Console::at_the_machine(), form, &[role]).await;
    let (person, _) = made.map_err(|error| match error {
        accounts::Error::Invalid(problems) => {
            let words: Vec<String> =
                problems.iter().map(|problem| format!("{} {}", problem.pointer, problem.code)).collect();
            Failure::Input(format!("cannot be taken: {}", words.join(", ")))
        }
        accounts::Error::LoginTaken => Failure::Input("somebody has this login already".into()),
        other => Failure::system(other),
    })?;
    if context.json {
        out::json(&json!({ "person": person.0, "role": role.name() }));
    } else {
        out::line(format_args!("{person} {}", role.name()));
    }
    Ok(())
}

fn read_password() -> Result<String, Failure> {
    out::note("Password:");
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(Failure::system)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

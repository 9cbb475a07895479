//! The command line: what was typed, and the calls that it means.

mod annotate;
mod build;
mod draw;
mod explain;
mod export;
mod graph_file;
mod identity;
mod input;
mod output;
mod render;
mod show;

use anyhow::Result;
use clap::{Parser, Subcommand};
use newsgraph::knowledge::knowledge;
use newsgraph::model::{Model, reader};
use std::process::ExitCode;

/// Reads English news and writes a knowledge graph of who did what to whom.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Arguments),
    Annotate(annotate::Arguments),
    Export(export::Arguments),
    Show(show::Arguments),
    Explain(explain::Arguments),
}

/// Parses the arguments and runs the command. Wrong usage ends the program with exit code 2.
pub fn run() -> Result<ExitCode> {
    match Arguments::parse().command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
    }
}

/// Loads the model and the tables side by side, while the input is being read.
fn warm_up(model: Model) {
    std::thread::spawn(move || {
        let _ = reader(model);
    });
    std::thread::spawn(|| {
        let _ = knowledge();
    });
}

/// Whether the error only says that nobody reads our output any more.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_of_the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }
}

//! What is chosen by the size of a drawing when nobody says.

use super::options::{Direction, Engine};

/// From so many nodes on `dot` makes long rows, and takes long.
const MOST_IN_RANKS: usize = 80;

pub(super) fn engine(chosen: Option<Engine>, nodes: usize) -> Engine {
    chosen.unwrap_or(if nodes > MOST_IN_RANKS {
        Engine::Sfdp
    } else {
        Engine::Dot
    })
}

pub(super) fn direction(chosen: Option<Direction>) -> Direction {
    chosen.unwrap_or(Direction::TopToBottom)
}

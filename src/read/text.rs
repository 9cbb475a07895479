//! Plain text: UTF-8, the article as it stands.

use super::{Input, ReadError};
use crate::text::Document;
use std::io::Read;

/// Larger inputs are refused, before they are read: nobody's article has so many bytes, and memory is the user's.
pub const LARGEST: usize = 16_000_000;

/// Reads one document. The text is kept byte for byte, but for a byte order mark at its beginning, which no reader counts.
///
/// # Errors
/// When the input can't be read, is empty, too large, or no UTF-8 text.
pub fn parse(input: &Input, id: &str, source: impl Read) -> Result<Document, ReadError> {
    let mut bytes = Vec::new();
    source
        .take(LARGEST as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| ReadError::Io {
            input: input.clone(),
            source,
        })?;
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge { input: input.clone() });
    }
    if let Some(offset) = bytes.iter().position(|&byte| byte == 0) {
        return Err(ReadError::Binary {
            input: input.clone(),
            offset,
        });
    }
    let text = String::from_utf8(bytes).map_err(|error| ReadError::Encoding {
        input: input.clone(),
        offset: error.utf8_error().valid_up_to(),
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if !text.contains(|letter: char| letter.is_alphanumeric()) {
        return Err(ReadError::Empty { input: input.clone() });
    }
    Ok(Document::new(id, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Document, ReadError> {
        parse(&Input::Stdin, "t", bytes)
    }

    #[test]
    fn text_is_kept_as_it_is() {
        assert_eq!(read("A\r\nb\n".as_bytes()).unwrap().text, "A\r\nb\n");
        assert_eq!(read("\u{feff}A".as_bytes()).unwrap().text, "A");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(read(b""), Err(ReadError::Empty { .. })));
        assert!(matches!(read(b" \n\t "), Err(ReadError::Empty { .. })));
        assert!(matches!(read(b"ab\xff"), Err(ReadError::Encoding { offset: 2, .. })));
        assert!(matches!(read(b"a\0b"), Err(ReadError::Binary { offset: 1, .. })));
        assert!(matches!(
            read(&vec![b'a'; LARGEST + 1]),
            Err(ReadError::TooLarge { .. })
        ));
    }
}

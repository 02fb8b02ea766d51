//! A lean HTTP/1.1 client over one keep-alive connection: the same for the program and for the baseline, and cheap enough not
//! to be what is measured.

use std::io::Read as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use crate::Outcome;

/// What any browser says.
const ACCEPT: &str = "Accept: */*\r\nAccept-Language: ca,es;q=0.8\r\n";
/// Which compressed forms it understands; whoever leaves it out gets plain text.
pub(crate) const COMPRESSED: &str = "Accept-Encoding: gzip, deflate, br\r\n";
/// The longest answer that is waited for.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// An open connection.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    filled: usize,
}

/// Where the parts of the answer lie that was read last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) status: u16,
    head: usize,
    whole: usize,
    chunked: bool,
}

impl Connection {
    /// Connects from an address of its own on the loopback network: limits that count by address see as many households.
    pub(crate) async fn open(server: SocketAddr) -> Outcome<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let [high, middle, low] =
            [16, 8, 0].map(|shift| u8::try_from((NEXT.load(Ordering::Relaxed) >> shift) & 0xff).unwrap_or_default());
        NEXT.fetch_add(1, Ordering::Relaxed);
        let socket = TcpSocket::new_v4()?;
        if cfg!(target_os = "linux") {
            socket.bind(SocketAddr::from((Ipv4Addr::new(127, high | 0x10, middle, low), 0)))?;
        }
        let stream = socket.connect(server).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: vec![0; 64 * 1024], filled: 0 })
    }

    /// Sends a request and waits for its whole answer.
    pub(crate) async fn exchange(&mut self, request: &[u8]) -> Outcome<Frame> {
        self.stream.write_all(request).await?;
        self.filled = 0;
        let mut head = None;
        loop {
            if self.filled == self.buffer.len() {
                if self.filled > MOST_BYTES {
                    return Err("an answer without end".into());
                }
                self.buffer.resize(self.filled * 2, 0);
            }
            let read = self.stream.read(&mut self.buffer[self.filled..]).await?;
            if read == 0 {
                return Err("the server closed the connection".into());
            }
            self.filled += read;
            let bytes = &self.buffer[..self.filled];
            if head.is_none() {
                head = parse(bytes)?;
            }
            let Some(head) = &head else { continue };
            let whole = match head.length {
                Length::Known(length) => head.bytes + length,
                Length::Chunked => match chunks(&bytes[head.bytes..], |_| ())? {
                    Some(length) => head.bytes + length,
                    None => continue,
                },
            };
            if self.filled >= whole {
                let chunked = matches!(head.length, Length::Chunked);
                return Ok(Frame { status: head.status, head: head.bytes, whole, chunked });
            }
        }
    }

    /// The answer as it came over the wire.
    pub(crate) fn raw(&self, frame: Frame) -> &[u8] {
        &self.buffer[..frame.whole]
    }

    /// The body, its chunks put together, still compressed.
    pub(crate) fn body(&self, frame: Frame) -> Outcome<Vec<u8>> {
        let bytes = &self.buffer[frame.head..frame.whole];
        if !frame.chunked {
            return Ok(bytes.to_vec());
        }
        let mut body = vec![];
        chunks(bytes, |part| body.extend_from_slice(part))?;
        Ok(body)
    }

    /// The body, whatever form it came in.
    pub(crate) fn unpacked(&self, frame: Frame) -> Outcome<Vec<u8>> {
        let body = self.body(frame)?;
        let headers = self.headers(frame)?;
        let form = headers.iter().find(|(name, _)| name == "content-encoding").map(|(_, form)| form.as_str());
        let mut plain = vec![];
        match form {
            Some("br") => brotli::Decompressor::new(&body[..], 4096).read_to_end(&mut plain)?,
            Some("gzip") => flate2::read::GzDecoder::new(&body[..]).read_to_end(&mut plain)?,
            Some("identity") | None => return Ok(body),
            Some(other) => return Err(format!("an answer in the form {other}, which was not asked for").into()),
        };
        Ok(plain)
    }

    /// The body as text.
    pub(crate) fn text(&self, frame: Frame) -> Outcome<String> {
        Ok(String::from_utf8(self.unpacked(frame)?)?)
    }

    /// The headers with small names.
    pub(crate) fn headers(&self, frame: Frame) -> Outcome<Vec<(String, String)>> {
        let mut places = [httparse::EMPTY_HEADER; 64];
        let mut parsed = httparse::Response::new(&mut places);
        parsed.parse(&self.buffer[..frame.head])?;
        Ok(parsed
            .headers
            .iter()
            .map(|header| (header.name.to_ascii_lowercase(), String::from_utf8_lossy(header.value).into_owned()))
            .collect())
    }
}

enum Length {
    Known(usize),
    Chunked,
}

struct Head {
    status: u16,
    bytes: usize,
    length: Length,
}

fn parse(bytes: &[u8]) -> Outcome<Option<Head>> {
    let mut places = [httparse::EMPTY_HEADER; 64];
    let mut parsed = httparse::Response::new(&mut places);
    let httparse::Status::Complete(head) = parsed.parse(bytes)? else { return Ok(None) };
    let status = parsed.code.unwrap_or_default();
    let mut length = Length::Known(0);
    for header in parsed.headers.iter() {
        if header.name.eq_ignore_ascii_case("content-length") {
            length = Length::Known(std::str::from_utf8(header.value)?.trim().parse()?);
        } else if header.name.eq_ignore_ascii_case("transfer-encoding") {
            length = Length::Chunked;
        }
    }
    if matches!(status, 204 | 304) {
        length = Length::Known(0);
    }
    Ok(Some(Head { status, bytes: head, length }))
}

/// The bytes of a chunked body up to its end, or `None` while there are more to come; `each` is given every part.
fn chunks(bytes: &[u8], mut each: impl FnMut(&[u8])) -> Outcome<Option<usize>> {
    let mut at = 0;
    loop {
        let Some(line) = memchr::memmem::find(&bytes[at..], b"\r\n") else { return Ok(None) };
        let size = std::str::from_utf8(&bytes[at..at + line])?;
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16)?;
        let end = at + line + 2 + size + 2;
        if bytes.len() < end {
            return Ok(None);
        }
        if size == 0 {
            return Ok(Some(end));
        }
        each(&bytes[at + line + 2..end - 2]);
        at = end;
    }
}

/// A request without a body; `extra` are more header lines, each with its end.
pub(crate) fn get(host: SocketAddr, path: &str, extra: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{ACCEPT}{extra}\r\n").into_bytes()
}

/// A request with a JSON body, as our own page would send it.
pub(crate) fn post(host: SocketAddr, path: &str, extra: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n{ACCEPT}{extra}\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{Length, chunks, parse};

    #[test]
    fn chunks_are_put_together() {
        let mut body = vec![];
        let wire = b"4\r\nWiki\r\n6;x=y\r\npedia \r\n0\r\n\r\n";
        assert_eq!(chunks(wire, |part| body.extend_from_slice(part)).unwrap(), Some(wire.len()));
        assert_eq!(body, b"Wikipedia ");
        assert_eq!(chunks(&wire[..wire.len() - 1], |_| ()).unwrap(), None);
        assert!(chunks(b"xyz\r\n", |_| ()).is_err());
    }

    #[test]
    fn the_length_is_read_and_nothing_has_none() {
        let head = parse(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nHello").unwrap().unwrap();
        assert!(matches!(head.length, Length::Known(12)) && head.status == 200 && head.bytes == 39);
        let head = parse(b"HTTP/1.1 304 Not Modified\r\nContent-Length: 12\r\n\r\n").unwrap().unwrap();
        assert!(matches!(head.length, Length::Known(0)));
        assert!(parse(b"HTTP/1.1 200 OK\r\nContent-").unwrap().is_none());
    }
}

//! Slow clients are cut within thirty seconds, whatever they are slow at, and nobody else waits for them.

use std::time::{Duration, Instant};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::{House, house};

const CUT: Duration = Duration::from_secs(30);

/// Sends the beginning, then a piece now and then, until the server hangs up. Gives what it said and how long it took.
async fn dawdle(house: &House, begin: String, piece: &'static [u8], pause: Duration) -> (String, Duration) {
    let begun = Instant::now();
    let stream = TcpStream::connect(house.base.trim_start_matches("http://")).await.unwrap();
    let (mut reading, mut writing) = stream.into_split();
    writing.write_all(begin.as_bytes()).await.unwrap();
    let drip = tokio::spawn(async move {
        // The server hangs up: then there is nobody to write to.
        while !piece.is_empty() && writing.write_all(piece).await.is_ok() {
            tokio::time::sleep(pause).await;
        }
        // A client that waits keeps its side open.
        tokio::time::sleep(CUT * 2).await;
        drop(writing);
    });
    let mut said = vec![];
    let ended = tokio::time::timeout(CUT, reading.read_to_end(&mut said)).await;
    drip.abort();
    assert!(ended.is_ok(), "still open after {CUT:?}: {begin:?} got {:?}", String::from_utf8_lossy(&said));
    (String::from_utf8_lossy(&said).into_owned(), begun.elapsed())
}

fn post(path: &str, house: &House, more: &str) -> String {
    let host = house.base.trim_start_matches("http://");
    format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {}\r\nContent-Type: application/json\r\n{more}\r\n\r\n",
        house.base
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn who_dawdles_is_cut_and_nobody_else_waits() {
    let house = house().await;
    let second = Duration::from_secs(1);
    let long = "Content-Length: 1000";
    let chunked = "Transfer-Encoding: chunked";
    let others = async {
        let begun = Instant::now();
        let browser = house.browser();
        while begun.elapsed() < Duration::from_secs(5) {
            let asked = Instant::now();
            assert_eq!(browser.get("/api/v1/site").await.status, 200);
            assert!(asked.elapsed() < Duration::from_secs(2), "others wait for those who dawdle");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    let silent = dawdle(&house, post("/api/v1/session", &house, long), b"", second);
    let dripping = dawdle(&house, post("/api/v1/session", &house, long), b"x", second);
    let in_pieces = dawdle(&house, post("/api/v1/session", &house, chunked), b"1\r\nx\r\n", second);
    let nowhere = dawdle(&house, post("/api/v1/nothing", &house, chunked), b"1\r\nx\r\n", second);
    let foreign =
        dawdle(&house, post("/api/v1/session", &house, chunked).replace("Origin", "X-Origin"), b"1\r\nx\r\n", second);
    let heads = dawdle(&house, "GET / HTTP/1.1\r\nHost: x\r\n".to_owned(), b"A: b\r\n", second);
    let much = dawdle(&house, post("/api/v1/session", &house, "Content-Length: 999999999"), b"x", second);
    let crowd = futures::future::join_all(
        (0..200).map(|_| dawdle(&house, post("/api/v1/session", &house, long), b"x", second)),
    );
    let ((), silent, dripping, in_pieces, nowhere, foreign, heads, much, crowd) =
        tokio::join!(others, silent, dripping, in_pieces, nowhere, foreign, heads, much, crowd);
    for (said, _) in [&silent, &dripping, &in_pieces].into_iter().chain(&crowd) {
        assert!(said.starts_with("HTTP/1.1 408") && said.contains("body-too-slow"), "{said}");
    }
    assert!(silent.1 < Duration::from_secs(20), "{:?}", silent.1);
    assert!(nowhere.0.contains("408") || nowhere.0.contains("404"), "{nowhere:?}");
    assert!(foreign.0.contains("foreign-origin") && foreign.1 < Duration::from_secs(15), "{foreign:?}");
    assert!(heads.0.is_empty() || heads.0.starts_with("HTTP/1.1 408"), "{heads:?}");
    assert!(much.0.contains("body-too-large") && much.1 < Duration::from_secs(15), "{much:?}");
}

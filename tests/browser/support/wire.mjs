// What goes over the wire, as the browser's own protocol counts it: compressed, headers included.

/** Counts from now on; `take()` gives what has been loaded since the last time. */
export async function countBytes(page) {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: false });
  const open = new Map();
  let loaded = [];
  wire.on('Network.requestWillBeSent', ({ requestId, request, type }) => open.set(requestId, { url: request.url, type, bytes: 0 }));
  wire.on('Network.responseReceived', ({ requestId, response, type }) => {
    const one = open.get(requestId);
    if (one) Object.assign(one, { type, kind: response.mimeType, cached: response.fromDiskCache || response.fromPrefetchCache });
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = open.get(requestId);
    if (one && !one.url.startsWith('data:')) loaded.push({ ...one, bytes: one.cached ? 0 : encodedDataLength });
  });
  return {
    wire,
    take() {
      const taken = loaded;
      loaded = [];
      return taken;
    },
  };
}

export const bytesOf = (loaded) => loaded.reduce((sum, one) => sum + one.bytes, 0);
export const scripts = (loaded) => loaded.filter((one) => /javascript/.test(one.kind ?? ''));
export const media = (one) => /^(image|audio|video)\//.test(one.kind ?? '') || one.url.includes('/media/') || one.url.endsWith('.vtt');

/** What was loaded, largest first, to be read when a figure is too high. */
export const listed = (loaded) =>
  [...loaded].sort((a, b) => b.bytes - a.bytes).map((one) => `${one.bytes} ${new URL(one.url).pathname}`).join('\n');

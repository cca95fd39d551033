/*
Bytes to physical lines with their numbers. A line is decoded by itself, so that one bad byte damages one line and not the
file; a line without end (a lost line break in a huge file) is cut off at a limit instead of filling the memory.
*/
const LONGEST_LINE_BYTES = 256 * 1024
const LINE_FEED = 0x0a

/** `text` is null when the bytes are not UTF-8 or the line is longer than any row can be. */
export interface Line {
  readonly number: number
  readonly text: string | null
  readonly problem: 'not-utf-8' | 'line-too-long' | null
}

/** Lines in order, without their line ends (LF or CRLF), a byte order mark at the start removed. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const held: Uint8Array[] = []
  let heldBytes = 0
  let number = 0
  const take = (): Line => {
    number += 1
    const line = lineOf(number, held, heldBytes)
    held.length = 0
    heldBytes = 0
    return line
  }
  const hold = (part: Uint8Array): void => {
    heldBytes += part.length
    if (heldBytes <= LONGEST_LINE_BYTES) held.push(part)
  }
  for await (const chunk of bytes) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      hold(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    if (start < chunk.length) hold(chunk.subarray(start))
  }
  if (heldBytes > 0) yield take()
}

function lineOf(number: number, parts: readonly Uint8Array[], bytes: number): Line {
  if (bytes > LONGEST_LINE_BYTES) return { number, text: null, problem: 'line-too-long' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: number > 1 }).decode(Buffer.concat(parts))
    return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text, problem: null }
  } catch {
    return { number, text: null, problem: 'not-utf-8' }
  }
}

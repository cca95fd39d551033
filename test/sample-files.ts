/*
Small real files for tests: two JPEGs (baseline and progressive), three PNGs (one interlaced, one with a comment, one with a palette), and builders for
the parts in which cameras and programs hide things. Pictures were made for this test, a gradient from red to blue.
*/
import { crc32, joinBytes } from '../src/modules/documents/domain/bytes.ts'
import { chunkOf } from '../src/modules/documents/domain/read-png.ts'

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'))
export const baselineJpeg = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAMABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAGRAAAQUAAAAAAAAAAAAAAAAAAAISFFFh/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAXEQADAQAAAAAAAAAAAAAAAAAAAxUW/9oADAMBAAIRAxEAPwDLSNEjSa9Vh6rKPPqFbbD/2Q==',
)
export const progressiveJpeg = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAMABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/2gAMAwEAAhADEAAAAcpMoq//xAAWEAEBAQAAAAAAAAAAAAAAAAASABD/2gAIAQEAAQUCUt//xAAWEQADAAAAAAAAAAAAAAAAAAAAAhT/2gAIAQMBAT8BtY//xAAWEQADAAAAAAAAAAAAAAAAAAAAAhX/2gAIAQIBAT8Bnqf/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Ah//xAAXEAADAQAAAAAAAAAAAAAAAAAAAREQ/9oACAEBAAE/IcKys//aAAwDAQACAAMAAAAQ/wD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAEDAQE/EF//xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAECAQE/ED//xAAWEAEBAQAAAAAAAAAAAAAAAAAAYXH/2gAIAQEAAT8Q00ss/9k=',
)
export const commentedPng = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAHEAIAAAAFaSx0AAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAABmJLR0T///////8JWPfcAAAAB3RJTUUH6gsVFTgMb9iVswAAAFBJREFUGNOdj8ENgDAMA88S05R1yD6dJ50n84QHDypVgMI9LTuxlckPFAbNZwWAj2NbGOyj/K0DfZGv6tJjzAzcKaI2IA4SEHpdNXl0V6pwAvjbFAE3VTriAAAAFXRFWHRjb21tZW50AHNlY3JldCBwZXJzb27V1KfEAAAAJXRFWHRkYXRlOmNyZWF0ZQAyMDI2LTExLTIxVDIxOjU2OjEyKzAwOjAwrThWoAAAACV0RVh0ZGF0ZTptb2RpZnkAMjAyNi0xMS0yMVQyMTo1NjoxMiswMDowMNxl7hwAAAAASUVORK5CYII=',
)
export const interlacedPng = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAHEAIAAAFybhziAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAABmJLR0T///////8JWPfcAAAAB3RJTUUH6gsVFTgMb9iVswAAAFxJREFUGNN9kMENwDAIA89Sp8k8ZZ/MQ+bJPOmjkULbUP+wjY3QGCzcg8zAPfAo2h663MGMBFqxWzmTjtb2samQNqkbFH9bSY+apgrUDz1fpHStNOgnAxD67QmeC7qrIf4+T7OFAAAAJXRFWHRkYXRlOmNyZWF0ZQAyMDI2LTExLTIxVDIxOjU2OjEyKzAwOjAwrThWoAAAACV0RVh0ZGF0ZTptb2RpZnkAMjAyNi0xMS0yMVQyMTo1NjoxMiswMDowMNxl7hwAAAAASUVORK5CYII=',
)
export const palettePng = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAHAQMAAADgVfUjAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAABlBMVEX/AAD///9BHTQRAAAAAWJLR0QB/wIt3gAAAAd0SU1FB+oLFRU4DG/YlbMAAAALSURBVAjXY2DAAgAAFQABMh05YAAAACV0RVh0ZGF0ZTpjcmVhdGUAMjAyNi0xMS0yMVQyMTo1NjoxMiswMDowMK04VqAAAAAldEVYdGRhdGU6bW9kaWZ5ADIwMjYtMTEtMjFUMjE6NTY6MTIrMDA6MDDcZe4cAAAAAElFTkSuQmCC',
)

export const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

interface Camera {
  readonly orientation?: number
  readonly takenAt?: string
  /** Degrees, minutes, seconds and the letter. */
  readonly latitude?: readonly [number, number, number, 'N' | 'S']
  readonly longitude?: readonly [number, number, number, 'E' | 'W']
  readonly maker?: string
}

/** An EXIF block as a camera writes it, big-endian as most telephones do. */
export function exifBlock({ orientation = 1, takenAt, latitude, longitude, maker = 'Camera of Jean' }: Camera): Uint8Array {
  const out = Buffer.alloc(600)
  out.write('MM\0*', 0, 'latin1')
  out.writeUInt32BE(8, 4)
  const entry = (at: number, [tag, type, count, value]: readonly [number, number, number, number | Buffer]): void => {
    out.writeUInt16BE(tag, at)
    out.writeUInt16BE(type, at + 2)
    out.writeUInt32BE(count, at + 4)
    if (typeof value !== 'number') value.copy(out, at + 8)
    else if (type === 3) out.writeUInt16BE(value, at + 8)
    else out.writeUInt32BE(value, at + 8)
  }
  out.writeUInt16BE(4, 8)
  entry(10, [0x010f, 2, maker.length + 1, 100])
  entry(22, [0x0112, 3, 1, orientation])
  entry(34, [0x8769, 4, 1, 200])
  entry(46, [0x8825, 4, 1, 300])
  out.write(maker, 100, 'latin1')
  out.writeUInt16BE(takenAt ? 1 : 0, 200)
  if (takenAt) {
    entry(202, [0x9003, 2, takenAt.length + 1, 230])
    out.write(takenAt, 230, 'latin1')
  }
  out.writeUInt16BE(latitude && longitude ? 4 : 0, 300)
  if (!latitude || !longitude) return Uint8Array.from(out)
  for (const [index, [degrees, minutes, seconds, letter]] of [latitude, longitude].entries()) {
    entry(302 + index * 24, [1 + index * 2, 2, 2, Buffer.from(`${letter}\0\0\0`)])
    entry(314 + index * 24, [2 + index * 2, 5, 3, 400 + index * 24])
    for (const [place, value] of [degrees, minutes, seconds].entries()) {
      out.writeUInt32BE(Math.round(value * 1000), 400 + index * 24 + place * 8)
      out.writeUInt32BE(1000, 404 + index * 24 + place * 8)
    }
  }
  return Uint8Array.from(out)
}

/** Puts segments behind the first marker, as cameras do. */
export const withSegments = (jpeg: Uint8Array, ...segments: readonly (readonly [code: number, content: Uint8Array])[]): Uint8Array =>
  joinBytes([
    jpeg.subarray(0, 2),
    ...segments.flatMap(([code, content]) => [Uint8Array.of(0xff, code, (content.length + 2) >> 8, (content.length + 2) & 0xff), content]),
    jpeg.subarray(2),
  ])
export const withExif = (jpeg: Uint8Array, camera: Camera): Uint8Array =>
  withSegments(jpeg, [0xe1, joinBytes([ascii('Exif\0\0'), exifBlock(camera)])])

/** Puts a chunk behind the head of a PNG. */
export const withChunk = (png: Uint8Array, name: string, content: Uint8Array): Uint8Array =>
  joinBytes([png.subarray(0, 33), chunkOf(name, content), png.subarray(33)])

/** A PNG whose head says another size, with a right check sum. */
export function pngOfSize(png: Uint8Array, width: number, height: number): Uint8Array {
  const out = Buffer.from(png)
  out.writeUInt32BE(width, 16)
  out.writeUInt32BE(height, 20)
  out.writeUInt32BE(crc32(out.subarray(12, 29)), 29)
  return Uint8Array.from(out)
}

/** A one-page PDF with a true table; `more` are further objects, written as they are. */
export function pdfOf(...more: readonly (string | Uint8Array)[]): Uint8Array {
  const objects: readonly (string | Uint8Array)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    '<< /Length 8 >>\nstream\nq 1 w Q \nendstream',
    ...more,
  ]
  const parts: Uint8Array[] = [ascii('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n')]
  const places: number[] = []
  const length = (): number => parts.reduce((sum, one) => sum + one.length, 0)
  for (const [index, body] of objects.entries()) {
    places.push(length())
    parts.push(ascii(`${index + 1} 0 obj\n`), typeof body === 'string' ? ascii(body) : body, ascii('\nendobj\n'))
  }
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const at = length()
  parts.push(
    ascii(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return joinBytes(parts)
}

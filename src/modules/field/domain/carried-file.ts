/*
A rescue file of a colleague's telephone on its way to the server inside another telephone. It lies there in pieces, because a telephone of 2 GB
cannot seal a day's photographs at once. The file itself is never opened on the way.
*/
import { RESCUE_FORMAT } from './rescue-file.ts'

/** The box of the sealed store in which the pieces lie; key: the file's name here, a dot, the number of the piece in five digits. */
export const CARRIED_BOX = 'rescue'
export const pieceKey = (file: string, at: number): string => `${file}.${String(at).padStart(5, '0')}`

export interface CarriedPiece {
  readonly key: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
/** The files whole again, as far as their pieces are there: a file that lacks its end is read up to there. */
export function carriedFiles(pieces: readonly CarriedPiece[]): readonly Uint8Array<ArrayBuffer>[] {
  const files = new Map<string, CarriedPiece[]>()
  for (const piece of pieces) {
    const name = piece.key.slice(0, piece.key.lastIndexOf('.'))
    files.set(name, [...(files.get(name) ?? []), piece])
  }
  return [...files.values()].map((parts) => {
    const inOrder = parts.toSorted((a, b) => (a.key < b.key ? -1 : 1))
    const whole = new Uint8Array(inOrder.reduce((sum, { bytes }) => sum + bytes.length, 0))
    let at = 0
    for (const { bytes } of inOrder) {
      whole.set(bytes, at)
      at += bytes.length
    }
    return whole
  })
}

/** Longer than any header. */
export const HEADER_BYTES = 16_384
/** Whose telephone and when, from the beginning of a file; null when it is none. */
export function headerSaid(beginning: string): { readonly line: string; readonly device: string; readonly madeAt: string } | null {
  const end = beginning.indexOf('\n')
  if (end < 0) return null
  const line = beginning.slice(0, end)
  const said = parsed(line)
  if (typeof said !== 'object' || said === null || !('format' in said) || said.format !== RESCUE_FORMAT) return null
  if (!('device' in said) || typeof said.device !== 'string' || !('madeAt' in said) || typeof said.madeAt !== 'string') return null
  return { line, device: said.device, madeAt: said.madeAt }
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

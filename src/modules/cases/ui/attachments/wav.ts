/* Sound and nothing else: one channel, 8,000 times a second, 16 bits, as a WAV file. Whatever a recorder wrote beside the sound (place, owner, device) is not carried over. */
import type { Bytes } from '../../../../app/field/keys.ts'

const RATE = 8000
const HEAD = 44

/** Null when this device cannot read it. */
export async function soundAsWav(recorded: ArrayBuffer): Promise<Bytes | null> {
  const reader = new OfflineAudioContext(1, 1, RATE)
  // Decoding also brings it to the rate of the context.
  const sound = await reader.decodeAudioData(recorded).catch(() => null)
  if (sound === null || sound.length === 0) return null
  const channels = Array.from({ length: sound.numberOfChannels }, (_none, at) => sound.getChannelData(at))
  return wavOf(
    Float32Array.from({ length: sound.length }, (_none, at) => channels.reduce((sum, one) => sum + (one[at] ?? 0), 0) / channels.length),
  )
}

/** Samples between -1 and 1. */
export function wavOf(samples: Float32Array): Bytes {
  const bytes = new Uint8Array(HEAD + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const word = (at: number, letters: string) => {
    for (let n = 0; n < letters.length; n++) view.setUint8(at + n, letters.charCodeAt(n))
  }
  word(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((sample, at) => view.setInt16(HEAD + at * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true))
  return bytes
}

/* What ear and hand notice of a read while the eyes are on the bag: one high tone, or two low ones and a longer shake. */
let sound: AudioContext | null = null

export function signal(as: 'read' | 'warning'): void {
  navigator.vibrate?.(as === 'read' ? 60 : [120, 80, 120])
  try {
    sound ??= new AudioContext()
    for (const [at, pitch] of as === 'read' ? [[0, 1300] as const] : [[0, 420] as const, [0.18, 420] as const]) tone(sound, at, pitch)
  } catch {
    // A browser that makes no sound still shows what it read.
  }
}

function tone(context: AudioContext, after: number, pitch: number): void {
  const [source, volume] = [context.createOscillator(), context.createGain()]
  source.frequency.value = pitch
  volume.gain.value = 0.15
  source.connect(volume).connect(context.destination)
  source.start(context.currentTime + after)
  source.stop(context.currentTime + after + 0.11)
}

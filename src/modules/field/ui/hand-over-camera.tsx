/* The camera of the taking phone: reads code after code until the whole is here, in any order, and says how far it is. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '../../../app/kit/button.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { Progress } from '../../../app/kit/progress.tsx'
import { pictureReader } from '../../../app/kit/read-image.ts'
import { useWords } from '../../../app/words.ts'
import { type Reading, type Seen, missingIn, nothingRead, wholeOf, withFrame } from '../domain/hand-over.ts'
import './hand-over.css'

export interface HandOverCameraProps {
  readonly onWhole: (bytes: Uint8Array<ArrayBuffer>) => void
}
export function HandOverCamera({ onWhole }: HandOverCameraProps) {
  const { t } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [isRefused, setRefused] = useState(false)
  const [state, setState] = useState<{ readonly reading: Reading; readonly seen: Seen | null }>({ reading: nothingRead, seen: null })
  const { reading, seen } = state
  const found = useEffectEvent((text: string): boolean => {
    const next = withFrame(reading, text)
    const whole = wholeOf(next.reading)
    setState(next)
    if (whole !== null) onWhole(whole)
    return whole !== null
  })
  useEffect(() => {
    const place = video.current
    return place ? watch(place, { found: (text) => found(text), refused: () => setRefused(true) }) : undefined
  }, [])
  if (isRefused)
    return (
      <Note tone="warn" live>
        <b>{t('hand.camera.refused')}</b> {t('hand.camera.refused.do')}
      </Note>
    )
  const read = reading.parts.size
  const missing = missingIn(reading)
  return (
    <div className="stack">
      <video ref={video} className="hand-video" muted playsInline aria-label={t('hand.camera.look')} />
      <p className="small">{t('hand.camera.look')}</p>
      {reading.of > 0 && <Progress label={t('hand.camera.progress', { done: read, of: reading.of })} done={read} of={reading.of} />}
      {reading.of > 0 && missing.length > 0 && missing.length <= 5 && (
        <p className="small">{t('hand.camera.missing', { numbers: missing.join(', ') })}</p>
      )}
      {seen === 'other-series' && (
        <Note tone="warn" live>
          {t('hand.camera.other')} <Button onClick={() => setState({ reading: nothingRead, seen: null })}>{t('hand.camera.again')}</Button>
        </Note>
      )}
      {seen === 'not-ours' && <Note live>{t('hand.camera.not-ours')}</Note>}
    </div>
  )
}

interface Watching {
  /** True when nothing more is wanted. */
  readonly found: (text: string) => boolean
  readonly refused: () => void
}
const PAUSE_MS = 60
/** Starts the camera into `video` and looks as often as the phone can; the answer stops it. */
function watch(video: HTMLVideoElement, { found, refused }: Watching): () => void {
  let stream: MediaStream | null = null
  let isOver = false
  let timer = 0
  const stop = () => {
    isOver = true
    clearTimeout(timer)
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  const begin = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false })
    if (isOver) return stop()
    video.srcObject = stream
    await video.play()
    const reader = await pictureReader()
    const look = async () => {
      if (isOver) return
      const text = video.videoWidth > 0 ? await reader.read(video, video.videoWidth, video.videoHeight) : null
      if (isOver) return
      if (text !== null && found(text)) return stop()
      timer = window.setTimeout(() => void look(), PAUSE_MS)
    }
    await look()
  }
  if (navigator.mediaDevices) begin().catch(() => !isOver && refused())
  else refused()
  return stop
}

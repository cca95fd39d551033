/* The camera as a reader: looks four times a second, stops at the first code, and lets go of the camera when closed. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { Note } from './panel.tsx'
import { useWords } from '../words.ts'
import { pictureReader } from './read-image.ts'
import './camera.css'

export interface CameraProps {
  readonly onCode: (text: string) => void
  readonly onClose: () => void
}
export function Camera({ onCode, onClose }: CameraProps) {
  const { t } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [refused, setRefused] = useState(false)
  const found = useEffectEvent(onCode)
  useEffect(() => {
    const place = video.current
    if (!place) return undefined
    return watch(place, { found: (text) => found(text), refused: () => setRefused(true) })
  }, [])
  return (
    <div className="stack">
      {refused ? (
        <Note tone="warn" live>
          <b>{t('verify-page.camera.refused')}</b> {t('verify-page.camera.refused.do')}
        </Note>
      ) : (
        <>
          <video ref={video} className="camera" muted playsInline aria-label={t('verify-page.camera.look')} />
          <p className="small">{t('verify-page.camera.look')}</p>
        </>
      )}
      <Button onClick={onClose}>{t('verify-page.camera.stop')}</Button>
    </div>
  )
}

interface Watching {
  readonly found: (text: string) => void
  readonly refused: () => void
}
/** Starts the camera into `video`; the answer stops it. */
function watch(video: HTMLVideoElement, { found, refused }: Watching): () => void {
  let stream: MediaStream | null = null
  let over = false
  let timer = 0
  const stop = () => {
    over = true
    clearTimeout(timer)
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  const begin = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false })
    if (over) return stop()
    video.srcObject = stream
    await video.play()
    const reader = await pictureReader()
    const look = async () => {
      if (over) return
      const text = video.videoWidth > 0 ? await reader.read(video, video.videoWidth, video.videoHeight) : null
      if (over) return
      if (text === null) timer = window.setTimeout(() => void look(), 250)
      else {
        stop()
        found(text)
      }
    }
    await look()
  }
  if (navigator.mediaDevices) begin().catch(() => !over && refused())
  else refused()
  return stop
}

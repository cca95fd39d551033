/* The camera that stays on for a whole series: looks four times a second while `looks`, and lets go of the camera when it leaves the screen. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { codeReader } from './code-reader.ts'
import './weighing.css'

export interface ScanCameraProps {
  /** False while a mass is typed: the picture stays, and nothing is read. */
  readonly looks: boolean
  readonly onCode: (text: string) => void
}
export function ScanCamera({ looks, onCode }: ScanCameraProps) {
  const { t } = useWords()
  const [on, setOn] = useState(true)
  const [refused, setRefused] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  const isLooking = useEffectEvent(() => looks)
  const found = useEffectEvent((text: string) => {
    if (looks) onCode(text)
  })
  useEffect(() => {
    const place = video.current
    if (!place || !on) return undefined
    return watch(place, { looks: () => isLooking(), found: (text) => found(text), refused: () => setRefused(true) })
  }, [on])
  if (refused)
    return (
      <Note tone="warn" live>
        <b>{t('scale.scan.refused')}</b> {t('scale.scan.refused.do')}
      </Note>
    )
  return (
    <div className={looks ? 'scan' : 'scan resting'}>
      {on && <video ref={video} muted playsInline aria-label={t('scale.scan')} />}
      <Button className="scan-switch" onClick={() => setOn(!on)}>
        {t(on ? 'scale.scan.off' : 'scale.scan.on')}
      </Button>
    </div>
  )
}

interface Watching {
  readonly looks: () => boolean
  readonly found: (text: string) => void
  readonly refused: () => void
}
function watch(video: HTMLVideoElement, { looks, found, refused }: Watching): () => void {
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
    const reader = await codeReader()
    const look = async () => {
      if (over) return
      const text = looks() && video.videoWidth > 0 ? await reader.read(video).catch(() => null) : null
      if (over) return
      if (text !== null) found(text)
      timer = window.setTimeout(() => void look(), 250)
    }
    await look()
  }
  if (navigator.mediaDevices) begin().catch(() => !over && refused())
  else refused()
  return stop
}

/* A voice, recorded here and nowhere else: sound in memory, three minutes at most, nothing written beside it. It stops with the page. */
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'

/** D: a consent that was spoken is shorter. */
const MOST_SECONDS = 180

export function Recorder({ onSound }: { readonly onSound: (sound: Blob) => void }) {
  const { t } = useWords()
  const [seconds, setSeconds] = useState<number | null>(null)
  const [isShut, setIsShut] = useState(false)
  const running = useRef<MediaRecorder | null>(null)
  useEffect(() => () => stopAll(running.current, false), [])
  useEffect(() => {
    if (seconds === null) return
    if (seconds >= MOST_SECONDS) return stopAll(running.current, true)
    const timer = setTimeout(() => setSeconds(seconds + 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  const start = async () => {
    setIsShut(false)
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 24_000 })
      const parts: Blob[] = []
      recorder.addEventListener('dataavailable', (event) => parts.push(event.data))
      recorder.addEventListener('stop', () => {
        setSeconds(null)
        if (running.current === recorder && parts.length > 0) onSound(new Blob(parts, { type: recorder.mimeType }))
      })
      running.current = recorder
      recorder.start()
      setSeconds(0)
    } catch {
      setIsShut(true)
    }
  }
  return (
    <>
      {seconds === null ? (
        <Button onClick={() => void start()}>{t('files.record')}</Button>
      ) : (
        <Button kind="danger" onClick={() => stopAll(running.current, true)}>
          {t('files.record.stop', { n: seconds })}
        </Button>
      )}
      {isShut && <Note live>{t('files.record.none')}</Note>}
    </>
  )
}
/** `isKept`: what was said so far is handed over. */
function stopAll(recorder: MediaRecorder | null, isKept: boolean): void {
  if (recorder === null || recorder.state === 'inactive') return
  if (!isKept) recorder.ondataavailable = null
  recorder.stop()
  for (const track of recorder.stream.getTracks()) track.stop()
}

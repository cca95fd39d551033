/* A photograph of an inspection, small; a touch shows it large. Fetched when it comes into sight: a page may name dozens of them. */
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { useWords } from '../../../../app/words.ts'
import { photoBytes, sourcesHere } from './photo-bytes.ts'

export interface PhotoShownProps {
  readonly inspection: string
  readonly sha256: string
  readonly label: string
  /** On paper it is fetched at once: printing waits for nobody to scroll. */
  readonly isAtOnce?: boolean
}
export function PhotoShown({ inspection, sha256, label, isAtOnce = false }: PhotoShownProps) {
  const { t } = useWords()
  const place = useRef<HTMLButtonElement>(null)
  const [inSight, setInSight] = useState(isAtOnce)
  const [isLarge, setLarge] = useState(false)
  const [shown, setShown] = useState<string | 'failed' | null>(null)
  useEffect(() => {
    if (inSight || place.current === null) return
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && setInSight(true), { rootMargin: '200px' })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [inSight])
  useEffect(() => {
    if (!inSight) return
    const stop = new AbortController()
    let url: string | null = null
    void photoBytes({ inspection, sha256 }, sourcesHere(stop.signal)).then(
      (blob) => {
        if (stop.signal.aborted) return
        url = URL.createObjectURL(blob)
        setShown(url)
      },
      () => stop.signal.aborted || setShown('failed'),
    )
    return () => {
      stop.abort()
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [inSight, inspection, sha256])
  if (shown === 'failed') return <span className="small ink-3">{t('photo.not-here', { photo: label })}</span>
  const picture = shown === null ? null : shown
  return (
    <>
      <button
        type="button"
        ref={place}
        className="photo-shown"
        aria-label={t('photo.large', { photo: label })}
        onClick={() => setLarge(true)}
      >
        {picture && <img className="criteria-photo" src={picture} alt={label} />}
      </button>
      {picture && (
        <Dialog title={label} open={isLarge} onOpen={setLarge}>
          <img className="photo-large" src={picture} alt={label} />
        </Dialog>
      )}
    </>
  )
}

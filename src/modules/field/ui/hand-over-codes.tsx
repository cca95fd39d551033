/* The series of codes on the giving phone: shown in a loop, slower or smaller when the other camera does not keep up. */
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../app/kit/button.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import { FRAME_LETTERS, framesOf } from '../domain/hand-over.ts'
import './hand-over.css'

const EVERY_MS = 250
const MIDDLE = 500
export function HandOverCodes({ bytes }: { readonly bytes: Uint8Array }) {
  const { t } = useWords()
  const [letters, setLetters] = useState<number>(MIDDLE)
  const [shown, setShown] = useState<{ readonly frames: readonly string[]; readonly at: number }>({ frames: [], at: 0 })
  const [isPaused, setPaused] = useState(false)
  useEffect(() => setShown({ frames: framesOf(bytes, letters), at: 0 }), [bytes, letters])
  const of = shown.frames.length
  useEffect(() => {
    if (isPaused || of < 2) return undefined
    const timer = setInterval(() => setShown((before) => ({ ...before, at: (before.at + 1) % of })), EVERY_MS)
    return () => clearInterval(timer)
  }, [isPaused, of])
  const step = (by: number) => setShown((before) => ({ ...before, at: (before.at + by + of) % Math.max(1, of) }))
  return (
    <div className="stack">
      <Note tone="calm">{t('hand.codes.explain')}</Note>
      <Code text={shown.frames[shown.at] ?? ''} label={t('hand.codes.label', { n: shown.at + 1, of })} />
      <p className="hand-count" role="status" aria-live="off">
        {t('hand.codes.label', { n: shown.at + 1, of })}
      </p>
      <div className="row tight">
        {isPaused && <Button onClick={() => step(-1)}>{t('hand.codes.before')}</Button>}
        <Button onClick={() => setPaused(!isPaused)}>{t(isPaused ? 'hand.codes.go' : 'hand.codes.pause')}</Button>
        {isPaused && <Button onClick={() => step(1)}>{t('hand.codes.next')}</Button>}
      </div>
      <SelectField
        label={t('hand.codes.size')}
        hint={t('hand.codes.size.hint')}
        value={String(letters)}
        options={FRAME_LETTERS.map((size, at) => ({ value: String(size), label: t(sizes[at] ?? 'hand.codes.size.1') }))}
        onValue={(value) => setLetters(Number(value))}
      />
    </div>
  )
}
const sizes = ['hand.codes.size.0', 'hand.codes.size.1', 'hand.codes.size.2'] as const

/** Black on white whatever the theme is: the other camera looks at contrast, not at us. */
function Code({ text, label }: { readonly text: string; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let wanted = true
    void import('qr').then(({ default: encodeQR }) => {
      const place = canvas.current
      if (!wanted || place === null || text === '') return
      draw(place, encodeQR(text, 'raw', { ecc: 'low', border: 4 }))
    })
    return () => {
      wanted = false
    }
  }, [text])
  return <canvas ref={canvas} className="hand-code" role="img" aria-label={label} />
}
function draw(canvas: HTMLCanvasElement, modules: readonly (readonly boolean[])[]): void {
  const scale = Math.max(2, Math.floor(720 / modules.length))
  canvas.width = modules.length * scale
  canvas.height = canvas.width
  const brush = canvas.getContext('2d')
  if (!brush) return
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.fillStyle = '#000'
  for (const [y, row] of modules.entries())
    for (const [x, isDark] of row.entries()) if (isDark) brush.fillRect(x * scale, y * scale, scale, scale)
}

/*
Watches over an open telephone: locks it when nobody has touched it for the minutes of its rules, also when the time passed while the screen was off;
twenty seconds before, it says so. Escape twice locks at once.
*/
import { useEffect, useRef, useState } from 'react'
import type { Phone } from '../../../app/field/phone.ts'
import { Button } from '../../../app/kit/button.tsx'
import { useWords } from '../../../app/words.ts'
import { WARN_SECONDS, secondsLeft } from '../domain/idle-lock.ts'
import { lockNow } from './lock-now.ts'

const TOUCHES = ['pointerdown', 'keydown', 'input', 'scroll'] as const
const TWICE_MILLISECONDS = 600

export function FieldGuard({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const touchedAt = useRef(0)
  const [left, setLeft] = useState<number | null>(null)
  const { idleMinutes } = phone.policy
  useEffect(() => {
    const touch = () => {
      touchedAt.current = Date.now()
    }
    const look = () => {
      const seconds = secondsLeft({ idleMinutes, touchedAt: touchedAt.current, now: Date.now() })
      if (seconds !== null && seconds <= 0) lockNow()
      else setLeft(seconds !== null && seconds <= WARN_SECONDS ? seconds : null)
    }
    touch()
    const timer = setInterval(look, 1000)
    for (const one of TOUCHES) window.addEventListener(one, touch, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pageshow', look)
    return () => {
      clearInterval(timer)
      for (const one of TOUCHES) window.removeEventListener(one, touch, { capture: true })
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pageshow', look)
    }
  }, [idleMinutes])
  useQuickExit()
  useQuietFields()
  if (left === null) return null
  return (
    <div className="lock-warning note" role="alertdialog" aria-label={t('phone.lock.soon', { n: left })}>
      <strong>{t('phone.lock.soon', { n: left })}</strong>
      <p>{t('phone.lock.soon.explain')}</p>
      <div className="form-actions">
        <Button onClick={lockNow}>{t('phone.lock')}</Button>
        <Button kind="primary">{t('phone.lock.stay')}</Button>
      </div>
    </div>
  )
}

function useQuickExit(): void {
  useEffect(() => {
    let before = 0
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat) return
      if (event.timeStamp - before < TWICE_MILLISECONDS) lockNow()
      before = event.timeStamp
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}

/** The browser offers nothing it remembers, sends no text to a spelling service and keeps no typed value. */
function useQuietFields(): void {
  useEffect(() => {
    const page = document.documentElement
    page.setAttribute('spellcheck', 'false')
    page.setAttribute('translate', 'no')
    const quiet = ({ target }: FocusEvent) => {
      if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && !target.hasAttribute('autocomplete'))
        target.setAttribute('autocomplete', 'off')
    }
    document.addEventListener('focusin', quiet)
    return () => document.removeEventListener('focusin', quiet)
  }, [])
}

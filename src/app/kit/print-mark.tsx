/* Stands on paper only: who printed, when, and of what by its code. A sheet that turns up somewhere says where it came from. */
import { useEffect, useState } from 'react'
import { useMe } from '../who.ts'
import { useWords } from '../words.ts'
import { instantText } from './values.tsx'
import './print-mark.css'

export function PrintMark({ code }: { readonly code: string }) {
  const { t } = useWords()
  const { data: me } = useMe()
  const who = me?.account.slice(-8) ?? ''
  const [when, setWhen] = useState('')
  useEffect(() => {
    const stamp = () => setWhen(instantText(new Date().toISOString()))
    stamp()
    addEventListener('beforeprint', stamp)
    return () => removeEventListener('beforeprint', stamp)
  }, [])
  return (
    <div className="print-mark" aria-hidden="true">
      {t('print.mark', { who, when, code })}
    </div>
  )
}

/* When there is nothing, not yet, or not any more: each says what to do. */
import type { ReactNode } from 'react'
import { type Trouble, troubleOf } from '../api.ts'
import { refusalText, type Translate, useWords } from '../words.ts'
import { Button } from './plain-button.tsx'

/** Nothing here: what it would hold, and what to do first. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  )
}

export function Loading() {
  const { t } = useWords()
  return (
    <p className="small" role="status">
      {t('app.loading')}
    </p>
  )
}

/** Refusals that one undoes on a page of one’s own. */
const ways: { readonly [code: string]: string } = { 'undertaking-needed': '/undertaking', 'second-factor-needed': '/security' }

/** What happened, what is safe, what to do. `again` adds the button that tries once more. */
export function ErrorState({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { t } = useWords()
  const trouble = troubleOf(error)
  const { what, safe, act } = explainTrouble(t, trouble)
  const way = ways[trouble.refusal?.code ?? '']
  return (
    <div className="note red stack" role="alert">
      <strong>{t(isBreakdown(trouble) ? 'error.title' : 'error.refused')}</strong>
      <p>{what}</p>
      <p>
        <b>{t('error.safe')}</b> {safe}
      </p>
      {act !== null && (
        <p>
          <b>{t('error.do')}</b> {act}
        </p>
      )}
      {way !== undefined && (
        <a className="btn primary" href={way}>
          {t('app.go-there')}
        </a>
      )}
      {again && (
        <div>
          <Button onClick={again}>{t('app.retry')}</Button>
        </div>
      )}
    </div>
  )
}

/** A rule or a role that says no, and a value that does not fit, are answers; only what could not be answered is a breakdown. */
export const isBreakdown = ({ kind }: Pick<Trouble, 'kind'>): boolean => !['refused', 'not-allowed', 'invalid', 'too-many'].includes(kind)

interface Explanation {
  readonly what: string
  readonly safe: string
  readonly act: string | null
}
/** A refusal's own sentence says what to do, so it stands alone. */
export function explainTrouble(t: Translate, trouble: Trouble): Explanation {
  const safe = t('error.refused.safe')
  switch (trouble.kind) {
    case 'refused':
      return { what: trouble.refusal ? refusalText(trouble.refusal.code, trouble.refusal.facts) : t('error.missing'), safe, act: null }
    case 'offline':
      return { what: t('error.offline'), safe: t('error.offline.safe'), act: t('error.offline.do') }
    case 'signed-out':
      return { what: t('error.signed-out'), safe, act: t('error.signed-out.do') }
    case 'not-allowed':
      return { what: t('app.not-allowed'), safe, act: t('app.not-allowed.do') }
    case 'missing':
      return { what: t('error.missing'), safe, act: t('error.missing.do') }
    case 'invalid':
      return { what: t('error.invalid', { fields: trouble.faults.map((fault) => fault.path) }), safe, act: t('error.invalid.do') }
    case 'too-many':
      return { what: t('error.too-many'), safe, act: t('error.too-many.do') }
    default:
      return { what: t('error.fault', { id: trouble.faultId ?? '–' }), safe: t('error.fault.safe'), act: t('error.fault.do') }
  }
}

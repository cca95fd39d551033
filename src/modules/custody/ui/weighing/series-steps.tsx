/* The two steps of a bag: its tag, then its mass. Enter goes on in both, so a hand never leaves the keys. */
import { type FormEvent, useEffect, useRef } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import type { Series, SeriesAct } from '../../domain/weighing/series.ts'
import { Findings } from '../lots/findings.tsx'
import { MassField } from '../lots/mass-field.tsx'
import type { Spoken } from './use-around.ts'

interface StepProps {
  readonly state: Series
  readonly act: (act: SeriesAct) => void
}
export function TagStep({ state, act }: StepProps) {
  const { t } = useWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.typed.trim() !== '') act({ act: 'read', text: state.typed, by: 'typing', atMilliseconds: Date.now() })
  }
  return (
    <>
      <TagNotice state={state} act={act} />
      <form className="stack" onSubmit={submit}>
        <TextField
          label={t('scale.type')}
          hint={t('scale.type.hint')}
          value={state.typed}
          onValue={(text) => act({ act: 'type', text })}
          autoCapitalize="characters"
          autoComplete="off"
          enterKeyHint="next"
          maxLength={120}
        />
        <div className="row tight">
          <Button type="submit" kind={state.typed.trim() === '' ? 'plain' : 'primary'} disabled={state.typed.trim() === ''}>
            {t('scale.type.go')}
          </Button>
          <Button onClick={() => act({ act: 'take', tag: null })}>{t('scale.no-tag')}</Button>
        </div>
      </form>
    </>
  )
}

function TagNotice({ state: { notice }, act }: StepProps) {
  const { t } = useWords()
  if (notice === null) return null
  if (notice.kind === 'saved') {
    const facts = { tag: notice.bag.tag ?? t('scale.tag.none'), mass: notice.bag.massGrams / 1000 }
    return (
      <Note tone={notice.bag.held ? 'red' : 'good'} live>
        {t(notice.bag.held ? 'scale.saved.held' : 'scale.saved', facts)}
      </Note>
    )
  }
  const again = notice.tag
  return (
    <Note tone="red" live>
      <p>
        <b>
          {notice.kind === 'duplicate'
            ? t('scale.duplicate', { tag: notice.tag, mass: notice.massGrams / 1000 })
            : refusalText(notice.refusal.code, notice.refusal.facts)}
        </b>{' '}
        {notice.kind === 'duplicate' && t('scale.duplicate.do')}
      </p>
      {again !== null && (
        <Button onClick={() => act({ act: 'take', tag: again })}>
          {t(notice.kind === 'duplicate' ? 'scale.duplicate.go' : 'scale.as-printed')}
        </Button>
      )}
    </Note>
  )
}

interface MassProps extends StepProps {
  readonly spoken: Spoken
  readonly save: () => void
  readonly saving: boolean
  readonly ready: boolean
}
export function MassStep({ state, act, spoken, save, saving, ready }: MassProps) {
  const { t } = useWords()
  const place = useRef<HTMLFormElement>(null)
  const { tag } = state
  useEffect(() => place.current?.querySelector('input')?.focus(), [tag])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  return (
    <form ref={place} className="stack" onSubmit={submit}>
      <div>
        <span className="small">{t('scale.tag')}</span>
        <div className="scale-tag" role="status">
          {tag ?? t('scale.tag.none')}
        </div>
      </div>
      <div className="scale-mass">
        <MassField label={t('scale.mass')} value={state.mass} onValue={(text) => act({ act: 'mass', text })} />
      </div>
      {spoken.findings.length > 0 && (
        <Note tone={spoken.findings.some((one) => one.severity === 'C') ? 'red' : 'warn'} live>
          <Findings findings={spoken.findings} />
          <Source>{t('scale.source')}</Source>
        </Note>
      )}
      {spoken.unsaid.length > 0 && <p className="small">{t('scale.unsaid', { rules: spoken.unsaid.join(', ') })}</p>}
      <Button type="submit" kind="primary" className="scale-go" busy={saving} disabled={!ready}>
        {t('scale.go')}
      </Button>
      <Button onClick={() => act({ act: 'back' })}>{t('scale.back')}</Button>
    </form>
  )
}

/* What no reader of a name does to the others alone: asked here, agreed to by doing it, or refused. Readers stand here by function and body. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { NameState, SecretNameId } from '../../contract-names.ts'

const REASONS = ['reviewed', 'sealed-by-mistake', 'danger'] as const
interface AskProps {
  readonly name: SecretNameId
  readonly others: readonly { readonly id: string; readonly name: string }[]
  readonly again: () => void
}
export function AskOver({ name, others, again }: AskProps) {
  const { t } = useWords()
  const [what, setWhat] = useState<'leave-out' | 'destroy' | ''>('')
  const [readers, setReaders] = useState<readonly string[]>([])
  const [because, setBecause] = useState<(typeof REASONS)[number] | ''>('')
  const whole = what === 'leave-out' ? readers.length > 0 && { what, readers } : because !== '' && what === 'destroy' && { what, because }
  return (
    <ActDialog
      {...{ title: t('names.ask'), explain: t('names.ask.explain'), go: t('names.ask.go'), missing: t('names.ask.missing') }}
      kind="plain"
      path={`/api/conflict/names/${name}/askings`}
      data={whole === false ? null : whole}
      onDone={again}
    >
      <Choice
        legend={t('names.ask.what')}
        value={what}
        options={(['leave-out', 'destroy'] as const).map((value) => ({ value, label: t(`names.ask.${value}`) }))}
        onValue={setWhat}
      />
      {what === 'leave-out' &&
        others.map((one) => (
          <CheckChoice
            key={one.id}
            label={one.name}
            checked={readers.includes(one.id)}
            onChecked={(is) => setReaders(is ? [...readers, one.id] : readers.filter((id) => id !== one.id))}
          />
        ))}
      {what === 'destroy' && (
        <Choice
          legend={t('names.forget.because')}
          value={because}
          options={REASONS.map((value) => ({ value, label: t(`names.forget.${value}`) }))}
          onValue={setBecause}
        />
      )}
    </ActDialog>
  )
}

interface AskedProps {
  readonly name: SecretNameId
  readonly asked: NonNullable<NameState['asked']>
  readonly who: string
  readonly whom: string
  readonly again: () => void
}
export function Asked({ name, asked, who, whom, again }: AskedProps) {
  const { t } = useWords()
  return (
    <Note>
      <p>{t(`names.asked.${asked.what}`, { who, whom, until: instantText(asked.until) })}</p>
      {!asked.isOwn && <p className="small">{t('names.asked.how')}</p>}
      <ActDialog
        {...{ title: t(asked.isOwn ? 'names.asked.take-back' : 'names.asked.no'), explain: t('names.asked.no.explain') }}
        go={t(asked.isOwn ? 'names.asked.take-back' : 'names.asked.no')}
        kind="plain"
        path={`/api/conflict/names/${name}/asking-refusals`}
        data={{}}
        onDone={again}
      >
        {null}
      </ActDialog>
    </Note>
  )
}

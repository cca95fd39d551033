/* A refusal: a reason in words and the checks that it rests on, each with what the exporter will be told to do. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { DossierDetail } from '../../contract.ts'
import { CheckMark } from './check-marks.tsx'
import { byGravity } from './check-order.ts'
import { restsOn } from './rests-on.ts'
import { whoText } from './statement-text.ts'

export function RefuseDialog({ detail }: { readonly detail: DossierDetail }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [changed, setChanged] = useState<ReadonlySet<number> | null>(null)
  const named = changed ?? new Set(restsOn(detail.checks))
  const mark = (number: number, on: boolean) => setChanged(new Set(on ? [...named, number] : [...named].filter((one) => one !== number)))
  return (
    <ActDialog
      title={t('dossier.refuse')}
      explain={t('dossier.refuse.explain')}
      go={t('dossier.refuse.go')}
      path={`/api/dossiers/${detail.dossier.id}/refusal`}
      kind="danger"
      data={reason.trim() === '' || named.size === 0 ? null : { reason: reason.trim(), checks: [...named].toSorted((a, b) => a - b) }}
    >
      <LongTextField
        label={t('dossier.reason')}
        hint={t('dossier.reason.hint')}
        value={reason}
        onValue={setReason}
        required
        maxLength={1000}
      />
      <div className="choices" role="group" aria-label={t('dossier.refuse.checks')}>
        <b>{t('dossier.refuse.checks')}</b>
        <span className="hint">{t('dossier.refuse.checks.hint')}</span>
        {byGravity(detail.checks)
          .filter(({ result }) => result !== 'not-applicable')
          .map(({ number, id, remedy }) => (
            <CheckChoice
              key={number}
              label={`${number}. ${wordOr(`check.${id}`, id)}`}
              hint={remedy === null ? '' : `${whoText(remedy.who)}${t('app.colon')} ${wordOr(`check.${remedy.code}.remedy`, remedy.code)}`}
              checked={named.has(number)}
              onChecked={(on) => mark(number, on)}
            />
          ))}
      </div>
    </ActDialog>
  )
}

/** What a refusal rests on, with what to do about each: beside the reason, not under fifteen checks. */
export function RestsOn({ detail }: { readonly detail: DossierDetail }) {
  const { t } = useWords()
  const named = detail.checks.filter(({ number }) => detail.refusal?.named.includes(number))
  if (named.length === 0) return null
  return (
    <div>
      <b>
        {t('dossier.refused.rests')}
        {t('app.colon')}
      </b>
      <ul>
        {named.map(({ number, id, result, remedy }) => (
          <li key={number}>
            <CheckMark result={result} /> {number}. {wordOr(`check.${id}`, id)}
            {remedy !== null && (
              <>
                <br />
                {whoText(remedy.who)}
                {t('app.colon')} {wordOr(`check.${remedy.code}.remedy`, remedy.code)}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

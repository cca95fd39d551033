/* A leak shows this person: its owner warns them, by the way and at the hours that are safe, and says so here. Whether now is safe is judged above, on this device. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { CaseList } from '../../contract.ts'
import type { ContactAdvice } from '../../domain/case/safe-contact.ts'
import type { CaseWork } from './use-case.ts'

const outcomes = ['warned', 'not-reached', 'cannot-be-warned-safely'] as const

export function BreachWarning({ work, advice }: { readonly work: CaseWork; readonly advice: ContactAdvice }) {
  const { t } = useWords()
  const { data, again } = useAnswer<CaseList>('/api/cases')
  const waits = data?.cases.find((one) => one.case === work.case)?.waits ?? []
  const isLate = waits.includes('warn-of-breach-late')
  if (!isLate && !waits.includes('warn-of-breach')) return null
  return (
    <>
      <Note tone="red">
        <strong>{t(isLate ? 'warn.late' : 'warn.title')}</strong> {t('warn.explain')}
      </Note>
      {work.answer?.standing === 'owner' && <Tell {...{ work, advice }} done={again} />}
    </>
  )
}

interface TellProps {
  readonly work: CaseWork
  readonly advice: ContactAdvice
  readonly done: () => void
}
function Tell({ work, advice, done }: TellProps) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | ''>('')
  const [isSaid, setSaid] = useState<'said' | 'not-said' | ''>('')
  const codeWord = advice.askCodeWord ? isSaid : 'none-agreed'
  const isReady = outcome !== '' && (outcome !== 'warned' || codeWord !== '')
  return (
    <div className="no-print">
      <ActDialog
        title={t('warn.do')}
        explain={t('warn.do.explain')}
        go={t('warn.go')}
        path={`/api/cases/${work.case}/breach-warnings`}
        data={isReady ? { outcome, codeWord: codeWord === '' ? 'not-said' : codeWord } : null}
        onDone={done}
      >
        <Choice
          legend={t('warn.outcome')}
          value={outcome}
          onValue={setOutcome}
          options={outcomes.map((value) => ({ value, label: t(`warn.${value}`) }))}
        />
        {outcome === 'warned' && !advice.mayTryNow && <Note tone="red">{t('safe.not-now')}</Note>}
        {outcome === 'warned' && advice.askCodeWord && (
          <Choice
            legend={t('warn.word')}
            value={isSaid}
            onValue={setSaid}
            options={(['said', 'not-said'] as const).map((value) => ({ value, label: t(`warn.word.${value}`) }))}
          />
        )}
      </ActDialog>
    </div>
  )
}

/* Dialogues of communities: where and what about, and how many of the promises that are due were kept, never a share without its numbers. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Figure } from '../../../../app/kit/figure.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Accountability, DialogueLine, Dialogues } from '../../contract-peace.ts'
import { CutNote } from '../cut-note.tsx'
import { HoldDialogueAct } from './hold-dialogue.tsx'

const figures = ['due', 'kept', 'partly', 'broken', 'notChecked', 'notDue'] as const

export function AccountabilityFigures({ numbers }: { readonly numbers: Accountability }) {
  const { t } = useWords()
  return (
    <div className="figures">
      {figures.map((key) => (
        <Figure
          key={key}
          number={numbers[key]}
          label={t(`dialogue.count.${key}`)}
          source={
            key === 'due' || key === 'notDue'
              ? t('dialogue.count.of-all', { n: numbers.due + numbers.notDue })
              : t('dialogue.count.of', { n: numbers.due })
          }
        />
      ))}
    </div>
  )
}

export function DialoguesScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<Dialogues>('/api/conflict/dialogues')
  const columns: readonly Column<DialogueLine>[] = [
    {
      ...{ key: 'held', header: t('dialogue.held'), value: (row) => row.heldOn },
      cell: (row) => (
        <AppLink to={`/dialogues/${row.id}`}>
          <DateText date={row.heldOn} />
        </AppLink>
      ),
    },
    said('zone', t('warnings.zone'), (row) => row.territoireName),
    said('topic', t('dialogue.topic'), (row) => t(`dialogue.topic.${row.topic}`)),
    { ...said<DialogueLine>('parties', t('dialogue.parties'), (row) => row.parties), numeric: true },
    said('kept', t('dialogue.count.kept'), ({ accountability: { kept, due } }) => t('dialogue.kept-of-due', { kept, due })),
    { ...said<DialogueLine>('broken', t('dialogue.count.broken'), (row) => row.accountability.broken), numeric: true },
  ]
  return (
    <Page
      title={t('dialogues.title')}
      under={t('dialogues.under')}
      answer={answer}
      actions={data?.writes && <HoldDialogueAct again={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <CutNote cut={data.cut} />
          <AccountabilityFigures numbers={data.accountability} />
          <Panel>
            <DataTable
              {...{ caption: t('dialogues.title'), file: 'dialogues', rows: data.dialogues, columns, order: '-held' }}
              rowKey={(row) => row.id}
              empty={<EmptyState title={t('dialogues.none')}>{t('dialogues.none.do')}</EmptyState>}
            />
            <Source>{t('dialogue.rule')}</Source>
          </Panel>
        </>
      )}
    </Page>
  )
}

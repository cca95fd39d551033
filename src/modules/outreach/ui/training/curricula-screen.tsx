/* Curricula with their modules, and for who teaches the bank of items: proposals of this program marked as such, and what was added here. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Curricula, type CurriculumShown, type ItemBank, type ItemShown, TrainingModule } from '../../contract-training.ts'
import { inLanguage } from './in-language.ts'

export function CurriculaScreen() {
  const { t, language } = useWords()
  const { data, answer, error, again } = useAnswer<Curricula>('/api/training/curricula')
  const columns: readonly Column<CurriculumShown>[] = [
    said('title', t('training.curriculum'), (row) => inLanguage(row.title, language)),
    said('modules', t('training.modules'), (row) => row.modules.map((module) => t(`training.module.${module}`)).join(', ')),
    { ...said<CurriculumShown>('half', t('curriculum.half-days'), (row) => row.halfDays), numeric: true },
    { ...said<CurriculumShown>('sessions', t('curriculum.sessions'), (row) => row.sessions), numeric: true },
    { ...said<CurriculumShown>('version', t('curriculum.version'), (row) => row.version), numeric: true },
  ]
  return (
    <Page
      title={t('curricula.title')}
      crumbs={<AppLink to="/trainings">{t('trainings.title')}</AppLink>}
      answer={answer}
      actions={data?.writes && <WriteCurriculumAct again={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <DataTable
            {...{ caption: t('curricula.title'), file: 'curricula', rows: data.curricula, columns, order: 'title', plain: true }}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('curricula.none')}>{t('curricula.none.do')}</EmptyState>}
          />
        </Panel>
      )}
      {data?.writes && <Bank />}
    </Page>
  )
}

function WriteCurriculumAct({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ fr: '', en: '', halfDays: '4', aims: '' })
  const [modules, setModules] = useState<readonly TrainingModule[]>([])
  const halfDays = Number(draft.halfDays)
  const { fr, en, aims } = draft
  const data =
    fr.trim() === '' || modules.length === 0 || !(halfDays >= 1 && halfDays <= 40)
      ? null
      : {
          ...{ title: { fr: fr.trim(), ...(en.trim() === '' ? {} : { en: en.trim() }) }, modules, halfDays },
          ...(aims.trim() === '' ? {} : { aims: aims.trim() }),
        }
  return (
    <ActDialog
      {...{
        title: t('curriculum.write'),
        explain: t('curriculum.write.explain'),
        go: t('curriculum.write'),
        path: '/api/training/curricula',
        data,
      }}
      onDone={again}
    >
      <TextField
        label={t('curriculum.title.fr')}
        value={fr}
        onValue={(value) => setDraft({ ...draft, fr: value })}
        maxLength={400}
        required
      />
      <TextField label={t('curriculum.title.en')} value={en} onValue={(value) => setDraft({ ...draft, en: value })} maxLength={400} />
      <TextField
        label={t('curriculum.half-days')}
        type="number"
        min={1}
        max={40}
        value={draft.halfDays}
        onValue={(value) => setDraft({ ...draft, halfDays: value })}
      />
      <LongTextField label={t('curriculum.aims')} value={aims} onValue={(value) => setDraft({ ...draft, aims: value })} maxLength={1000} />
      {TrainingModule.options.map((module) => (
        <CheckChoice
          key={module}
          label={t(`training.module.${module}`)}
          checked={modules.includes(module)}
          onChecked={(on) => setModules(on ? [...modules, module] : modules.filter((one) => one !== module))}
        />
      ))}
    </ActDialog>
  )
}

function Bank() {
  const { t, language } = useWords()
  const { data, error, again } = useAnswer<ItemBank>('/api/training/items')
  const right = ({ options, correct }: ItemShown): string => {
    const option = options[correct]
    return option ? inLanguage(option, language) : ''
  }
  const columns: readonly Column<ItemShown>[] = [
    said('module', t('training.modules'), (row) => t(`training.module.${row.module}`)),
    said('question', t('item.question'), (row) => inLanguage(row.question, language)),
    said('right', t('item.right'), right),
    said('origin', t('item.origin'), (row) => t(row.isRetired ? 'item.retired' : row.isProposal ? 'item.proposal' : 'item.added')),
  ]
  return (
    <Panel title={t('items.title')} aside={<WriteItemAct again={again} />}>
      {error && <ErrorState error={error} again={again} />}
      {data && (
        <DataTable
          {...{ caption: t('items.title'), file: 'items', rows: data.items, columns, order: 'module', prefix: 'i.' }}
          rowKey={(row) => row.id}
          empty={null}
        />
      )}
      <Source>{t('items.rule')}</Source>
    </Panel>
  )
}
function WriteItemAct({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ module: 'identification', question: '', right: '', wrong: '' })
  const wrong = draft.wrong.split('\n').flatMap((line) => line.trim() || [])
  // The right option stands in a place that follows from the question, so that it is not always the first.
  const place = draft.question.length % (wrong.length + 1)
  const options = [...wrong.slice(0, place), draft.right.trim(), ...wrong.slice(place)].map((fr) => ({ fr }))
  const isWhole = draft.question.trim() !== '' && draft.right.trim() !== '' && wrong.length >= 1 && wrong.length <= 5
  const data = isWhole ? { module: draft.module, question: { fr: draft.question.trim() }, options, correct: place } : null
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  return (
    <ActDialog
      {...{ title: t('item.write'), explain: t('item.write.explain'), go: t('item.write'), path: '/api/training/items', data }}
      onDone={again}
    >
      <SelectField
        label={t('training.modules')}
        value={draft.module}
        options={TrainingModule.options.map((value) => ({ value: String(value), label: t(`training.module.${value}`) }))}
        onValue={(module) => set({ module })}
      />
      <LongTextField label={t('item.question')} value={draft.question} onValue={(question) => set({ question })} maxLength={400} required />
      <TextField label={t('item.right')} value={draft.right} onValue={(value) => set({ right: value })} maxLength={400} required />
      <LongTextField
        label={t('item.wrong')}
        hint={t('item.wrong.hint')}
        value={draft.wrong}
        onValue={(value) => set({ wrong: value })}
        required
      />
    </ActDialog>
  )
}

/* The page of one case: its code and never a name, where it stands, and its parts. */
import { type ComponentType, Suspense, createElement, lazy } from 'react'
import { AppLink } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { Loading } from '../../../../app/kit/states.tsx'
import { Tabs } from '../../../../app/kit/tabs.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import { ReopeningMarks } from '../keys/reopening-marks.tsx'
import { CaseAbsent } from './case-absent.tsx'
import { type CasePart, caseParts } from './case-parts.ts'
import type { PartProps } from './part-props.ts'
import { Head } from './head.tsx'
import { type CaseWork, useCase } from './use-case.ts'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { PhoneSafety } from '../emergency/phone-safety.tsx'

export function CaseScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const work = useCase(params['case'] ?? '')
  const { answer, error, loading, again } = work.asked
  return (
    <Page
      title={work.whole.file.subject ?? t('case.page')}
      crumbs={<AppLink to="/cases">{t('cases.title')}</AppLink>}
      answer={answer}
      discreet
    >
      {loading && <Loading />}
      {error && work.answer === undefined && <CaseAbsent error={error} again={again} />}
      {work.isTooOld && <Note tone="red">{t('case.too-old')}</Note>}
      {work.answer !== undefined && <Parts work={work} />}
      {work.answer !== undefined && <PrintMark code={work.whole.file.subject ?? ''} />}
      <PhoneSafety />
    </Page>
  )
}

function Parts({ work }: { readonly work: CaseWork }) {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const shown = caseParts.filter((part) => part.show(work))
  const current = shown.find((part) => part.key === state['part']) ?? shown[0]
  return (
    <>
      <Head work={work} goTo={(part) => change({ part })} />
      <ReopeningMarks caseId={work.case} />
      <div className="case-parts">
        {/* Sixteen parts do not stand beside each other on a telephone: there they are one choice. */}
        <div className="case-parts-choice no-print">
          <SelectField
            label={t('case.part')}
            value={current?.key ?? ''}
            options={shown.map((part) => ({ value: part.key, label: t(part.titleKey) }))}
            onValue={(part) => change({ part })}
          />
        </div>
        <Tabs
          label={t('case.parts')}
          value={current?.key ?? ''}
          onValue={(part) => change({ part })}
          tabs={shown.map((part) => ({ key: part.key, label: t(part.titleKey), content: <Loaded part={part} work={work} /> }))}
        />
      </div>
    </>
  )
}

const components: ReadonlyMap<string, ComponentType<PartProps>> = new Map(
  caseParts.map((part) => [part.key, lazy(async () => ({ default: (await part.load()).Part }))]),
)
function Loaded({ part, work }: PartProps & { readonly part: CasePart }) {
  const found = components.get(part.key)
  return <Suspense fallback={<Loading />}>{found ? createElement(found, { work }) : null}</Suspense>
}

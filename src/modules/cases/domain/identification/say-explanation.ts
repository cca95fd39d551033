/* An explanation as lines that a worker reads aloud: made from codes alone, so that it says what the engine found and nothing more. */
import { type Language, fillPhrase } from '../../../../kernel/phrase.ts'
import type { Explanation } from './assess.ts'
import type { Counterfactual } from './counterfactual.ts'
import { findingTable } from './findings.ts'
import { findingLabels } from './labels.ts'
import { type Label, label, say } from '../label.ts'
import { disclaimerLabels, openQuestionLabels, promptLabels, readingLabels } from './labels-answers.ts'
import { dimensionLabels, indicatorLabels } from './labels-indicators.ts'

const phrases = {
  finding: label('{rule} : {finding}', '{rule}: {finding}'),
  positive: label('{dimension} : positif ({clause}) par {items}', '{dimension}: positive ({clause}) by {items}'),
  raises: label('Un oui sur {what} mènerait à {rule}, {finding}', 'A yes on {what} would lead to {rule}, {finding}'),
  plainly: label('Un oui sur {what} mènerait à : {finding}', 'A yes on {what} would lead to: {finding}'),
  missing: label('À demander ensuite : {what}', 'To ask next: {what}'),
} as const satisfies { readonly [name: string]: Label }

/** Without codes for a screen: a worker reads sentences, and a code beside a person says more to others than to them. */
export function sayPlainly({ codes, questions, to }: Counterfactual, language: Language): string {
  const what = [
    ...questions.map((one) => say(openQuestionLabels, one, language)),
    ...codes.map((code) => say(indicatorLabels, code, language)),
  ].join(', ')
  return fillPhrase(language, phrases.plainly[language], { what, finding: say(findingLabels, findingTable[to].code, language) })
}
export function sayCounterfactual({ codes, questions, to }: Counterfactual, language: Language): string {
  const what = [
    ...questions.map((one) => say(openQuestionLabels, one, language)),
    ...codes.map((code) => `${code} (${say(indicatorLabels, code, language)})`),
  ].join(', ')
  return fillPhrase(language, phrases.raises[language], { what, rule: to, finding: say(findingLabels, findingTable[to].code, language) })
}

const MOST_ASKED = 5
export function sayExplanation(explanation: Explanation, language: Language): readonly string[] {
  const { counterfactual, dimensionResults, disclaimer, findings, missing, prompts, readings } = explanation
  return [
    ...findings.map(({ rule, code }) =>
      fillPhrase(language, phrases.finding[language], { rule, finding: say(findingLabels, code, language) }),
    ),
    ...dimensionResults
      .filter((one) => one.result === 'POSITIVE')
      .map((one) =>
        fillPhrase(language, phrases.positive[language], {
          dimension: say(dimensionLabels, one.dim, language),
          clause: one.ruleMatched,
          items: one.items.map(({ code }) => say(indicatorLabels, code, language)).join(', '),
        }),
      ),
    ...readings.map((one) => say(readingLabels, one, language)),
    ...prompts.map((one) => say(promptLabels, one, language)),
    ...(missing.length === 0
      ? []
      : [
          fillPhrase(language, phrases.missing[language], {
            what: missing
              .slice(0, MOST_ASKED)
              .map((code) => say(indicatorLabels, code, language))
              .join(', '),
          }),
        ]),
    ...counterfactual.map((one) => sayCounterfactual(one, language)),
    say(disclaimerLabels, disclaimer, language),
  ]
}

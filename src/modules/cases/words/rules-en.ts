/* Refusals about rules of protection that a body settles for itself. */
export const rulesEn = {
  'refusal.rules-not-yours': 'Rules are settled by who supervises and who protects data. Ask one of them.',
  'refusal.rules-already-wait':
    'A proposal already waits for its answer. Have another person confirm it or set it aside, then propose yours.',
  'refusal.rules-change-nothing': 'This proposal changes no value. Change at least one.',
  'refusal.rules-in-the-past': 'A rule never holds for the past. Choose {day} or a later day.',
  'refusal.rules-too-far-ahead': 'That is too far ahead to be decided today. Choose a day up to {day}.',
  'refusal.rules-forget-too-soon':
    'What makes the program forget earlier waits two weeks, so that a legal hold can be placed. Choose {day} or a later day.',
  'refusal.rules-none-waits': 'This proposal no longer waits for an answer. Load the page again.',
  'refusal.rules-by-another-person': 'You proposed these rules: another person confirms them.',
  'refusal.rule-not-settable': 'There is no such rule, or it cannot be set. Load the page again.',
  'refusal.rule-said-twice': 'The same rule is said twice. Keep one value.',
  'refusal.rule-out-of-bounds': 'This value must stay between {least} and {most}. Correct it.',
  'refusal.rule-verified': 'This value was read in its source (V): it may be stricter, never laxer than {most}. Correct it.',
  'refusal.rule-list-not-so': 'This list must have between {least} and {most} entries, all different and allowed here. Correct it.',
  'refusal.rules-out-of-order':
    'These values do not go together: a graver risk never waits longer than a lighter one, ages and days follow each other, and a child’s file is kept at least as long as an adult’s. Correct them.',
  'refusal.rules-free-too-long':
    'From {day}, more than {most} days in a row would be free, and clocks would stand still. Take days of that row away.',
  'refusal.rules-loosen-too-soon': 'What loosens consent, access or alerts waits two weeks. Choose {day} or a later day.',
  'refusal.rules-need-data-protection':
    'What forgets earlier, or loosens consent or access, needs the voice of who protects data: have them confirm it.',
} as const

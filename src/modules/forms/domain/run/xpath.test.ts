import { expect, test } from 'vitest'
import { FormProblem, type TreeNode, growTree } from './tree.ts'
import { evaluate } from './xpath.ts'
import { readExpression } from './xpath-syntax.ts'
import { type Around, asText, scopeAt } from './xpath-values.ts'

const leaf = (name: string, text: string) => ({ name, attributes: {}, children: [text] })
const root: TreeNode = growTree(
  {
    name: 'data',
    attributes: {},
    children: [
      leaf('miners', '140'),
      leaf('visit', '2026-03-02'),
      leaf('minerals', 'sn ta'),
      leaf('empty', ''),
      { name: 'pit', attributes: {}, children: [leaf('depth', '18.5'), leaf('name', 'a')] },
      { name: 'pit', attributes: {}, children: [leaf('depth', '31'), leaf('name', 'b')] },
      { name: 'pit', attributes: {}, children: [leaf('depth', ''), leaf('name', 'c')] },
    ],
  },
  '',
  null,
)
const list = growTree(
  {
    name: 'instance',
    attributes: {},
    children: [
      {
        name: 'root',
        attributes: {},
        children: [
          { name: 'item', attributes: {}, children: [leaf('name', 'kalehe'), leaf('province', 'sk')] },
          { name: 'item', attributes: {}, children: [leaf('name', 'masisi'), leaf('province', 'nk')] },
        ],
      },
    ],
  },
  '',
  null,
)
const around: Around = {
  document: { name: '', local: '', path: '', parent: null, children: [root], value: '', relevant: true },
  instances: new Map([['territory', list]]),
  today: '2026-11-21',
  now: '2026-11-21T10:00:00.000+02:00',
  choiceName: (value) => `name of ${value}`,
  text: (id) => `text of ${id}`,
}
const at = (expression: string, node: TreeNode = root): string => asText(evaluate(readExpression(expression), scopeAt(around, node)))

test.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['7 mod 4 - 1', '2'],
  ['6 div 4', '1.5'],
  ['- 3 + 1', '-2'],
  ["'a' = 'a' and not(1 > 2)", 'true'],
  ['/data/miners > 0', 'true'],
  [' /data/miners  >= 140', 'true'],
  ['/data/empty = 0', 'false'],
  ["/data/empty = ''", 'true'],
  ['/data/nothing > 0', 'false'],
  ['count(/data/pit)', '3'],
  ['count(/data/pit[depth > 20])', '1'],
  ['/data/pit[2]/name', 'b'],
  ['/data/pit[position() = last()]/name', 'c'],
  ['max(/data/pit/depth)', '31'],
  ['min(/data/pit/depth)', '18.5'],
  ['sum(/data/pit[depth > 0]/depth)', '49.5'],
  ['count-non-empty(/data/pit/depth)', '2'],
  ["selected(/data/minerals, 'ta')", 'true'],
  ["selected(/data/minerals, 't')", 'false'],
  ['count-selected(/data/minerals)', '2'],
  ['selected-at(/data/minerals, 1)', 'ta'],
  ["if(/data/miners > 100, 'big', 'small')", 'big'],
  ["coalesce(/data/empty, 'none')", 'none'],
  ['/data/visit <= today()', 'true'],
  ["/data/visit > '2026-03-02'", 'false'],
  ['date(/data/visit + 1)', '2026-03-03'],
  ["format-date(/data/visit, '%d/%m/%Y')", '02/03/2026'],
  ["regex('CD-SK-0117', '^[A-Z]{2}-[A-Z]{2}-[0-9]{4}$')", 'true'],
  ["regex('xCD-SK-0117', '[A-Z]{2}-[A-Z]{2}-[0-9]{4}')", 'false'],
  ["concat('a', 1, /data/miners)", 'a1140'],
  ["join(', ', /data/pit/name)", 'a, b, c'],
  ["substr('abcdef', 1, 3)", 'bc'],
  ["substring('abcdef', 2, 3)", 'bcd'],
  ["string-length('été')", '3'],
  ['round(2.5)', '3'],
  ['round(-2.5)', '-2'],
  ['round(2.345, 2)', '2.35'],
  ['int(-2.7)', '-2'],
  ["instance('territory')/root/item[province='sk']/name", 'kalehe'],
  ["jr:choice-name('x', '/data/miners')", 'name of x'],
  ['indexed-repeat(/data/pit/name, /data/pit, 2)', 'b'],
  ["number('12 kg')", 'NaN'],
])('%s is %s', (expression, value) => expect(at(expression)).toBe(value))

test('a path goes up, and current() stays where the expression began', () => {
  const second = root.children[5]?.children[0]
  if (!second) throw new Error('no pit')
  expect(at('../name', second)).toBe('b')
  expect(at('position(..)', second)).toBe('2')
  expect(at('count(../../pit[depth < current()])', second)).toBe('1')
})

test('what is not relevant is not there', () => {
  const pit = root.children[5]
  if (!pit) throw new Error('no pit')
  pit.relevant = false
  expect(at('max(/data/pit/depth)')).toBe('18.5')
  expect(at('count(/data/pit)')).toBe('2')
  pit.relevant = true
})

test.each(['1 +', 'if(1', '/data/a[', "'open", 'a b', 'fn(', '#'])('a broken expression is named: %s', (text) =>
  expect(() => readExpression(text)).toThrow(FormProblem),
)
test('a function that this program does not know is named', () => expect(() => at('pulldata(1)')).toThrow(/pulldata/))

import { expect, test } from 'vitest'
import { takeAnswersOver } from './form-reader.ts'

const xform = (version: string, body: string, model: string, binds = '') => `
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>F</h:title><model>
<instance><data id="f" version="${version}">${model}<meta><instanceID/></meta></data></instance>${binds}</model></h:head><h:body>${body}</h:body></h:html>`
const asked = (ref: string) => `<input ref="${ref}"><label>${ref}</label></input>`
const chosen = (ref: string) =>
  `<select1 ref="${ref}"><label>c</label><item><label>Oui</label><value>yes</value></item><item><label>Non</label><value>no</value></item></select1>`

test('answers are taken over by the names of questions, wherever these stand now; what does not fit is listed', () => {
  const now = xform(
    '2',
    asked('/data/people/workers') + chosen('/data/armed') + asked('/data/total'),
    '<people><workers/></people><armed/><total/><made/>',
    '<bind nodeset="/data/made" calculate="1 + 1"/>',
  )
  const old =
    '<data id="f" version="1"><workers>40</workers><armed>perhaps</armed><gone>x</gone><made>3</made><hole><depth>2</depth></hole><hole><depth>3</depth></hole><meta><instanceID>uuid:1</instanceID></meta></data>'
  const { xml, taken, left } = takeAnswersOver({ xform: now, xml: old })
  expect(taken).toBe(1)
  expect(xml).toContain('<workers>40</workers>')
  expect(xml).toContain('version="2"')
  expect(xml).not.toContain('uuid:1')
  expect(left).toEqual([
    { name: 'armed', value: 'perhaps' },
    { name: 'gone', value: 'x' },
    { name: 'depth', value: '2' },
    { name: 'depth', value: '3' },
  ])
})

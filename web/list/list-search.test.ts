import { expect, test } from 'vitest'
import { filtersOf, readSearch, sameList, setFilters } from './list-search.ts'

test('an address as a person or the board writes it is read; what it does not understand is left out', () => {
  expect(
    readSearch({
      state: 'in-handling,rework',
      region: 990101,
      light: ['red'],
      from: '2026-02-30',
      foo: 'x',
      sort: 'due',
    }),
  ).toEqual({ state: 'in-handling,rework', region: '990101', light: 'red', sort: 'due' })
})

test('the API gets lists as lists', () => {
  expect(filtersOf({ state: 'in-handling,rework', view: 'v1', sort: 'due' })).toEqual({
    state: ['in-handling', 'rework'],
  })
})

test('two addresses are the same list whatever their order and view', () => {
  expect(sameList({ light: 'red', open: 'yes', view: 'a' }, { open: 'yes', light: 'red' })).toBe(true)
  expect(sameList({ light: 'red' }, { light: 'red', sort: 'due' })).toBe(false)
})

test('chips stand in the order of the contract', () => {
  expect(setFilters({ text: '井盖', light: 'red', state: 'rework' })).toEqual(['state', 'light', 'text'])
})

test('laid over the raw address, as the router lays it, nothing that is not understood comes through', () => {
  const raw = { state: 'handling', sort: 'oldest', light: 'red' }
  const search = { ...raw, ...readSearch(raw) }
  expect(filtersOf(search)).toEqual({ light: ['red'] })
  expect(setFilters(search)).toEqual(['light'])
})

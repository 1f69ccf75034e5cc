import { suggestionStatistics } from '#contract/models.ts'
import { SuggestionKind } from '#domain/accept/verdicts.ts'
import { useSay, useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { Select } from '../ui/Select.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useApi } from '../use-api.ts'
import { Bands } from './Bands.tsx'
import { Corrections } from './Corrections.tsx'
import type { ModelsSearch } from './models-search.ts'
import { deskWords, kindWords, modelsWords } from './models-words.ts'
import { rate, whole } from './rate.ts'
import { Tallies } from './Tallies.tsx'
import { useSuggestedName } from './use-suggested-name.ts'

type Go = (more: Partial<ModelsSearch>, replace?: boolean) => void
type Statistics = ReplyOf<typeof suggestionStatistics>

function Totals({ all }: { all: Statistics['all'] }) {
  const words = useWords(modelsWords)
  const figures = [
    [words.share, rate(all.adopted, all.of)],
    [words.sureTaken, rate(all.sure.adopted, all.sure.of)],
    [words.silent, whole(all.silent)],
    [words.left, whole(all.left)],
  ] as const
  return (
    <section className="sec">
      <dl className="models-totals">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="xs m3">{words.lastWord}</p>
    </section>
  )
}

function Figures({ data, kind }: { data: Statistics; kind: SuggestionKind }) {
  const words = useWords(modelsWords)
  const say = useSay()
  const name = useSuggestedName(kind)
  if (data.all.of === 0) return <Empty title={words.noSignals}>{words.noSignalsTold}</Empty>
  return (
    <>
      <Totals all={data.all} />
      <div className="models-pair">
        <div>
          <Tallies title={words.months} rows={data.months.map((row) => ({ ...row, name: row.month }))} />
          <Tallies title={words.versions} rows={data.versions.map((row) => ({ ...row, name: row.version }))} />
          <Tallies title={words.desks} rows={data.desks.map((row) => ({ ...row, name: say(deskWords[row.desk]) }))} />
        </div>
        <Bands bands={data.bands} />
      </div>
      <Corrections corrections={data.corrections} name={name} />
      {data.values.length > 0 && (
        <Tallies title={words.values} rows={data.values.map((row) => ({ ...row, name: name(row.value) }))} />
      )}
    </>
  )
}

/** Every suggestion is measured afterwards: how often people took it, what they chose instead, whether claims came true. */
export function Taken({ search, go }: { search: ModelsSearch; go: Go }) {
  const words = useWords(modelsWords)
  const say = useSay()
  const kind = search.kind ?? 'category'
  const query = { kind, version: search.version, from: search.from as never, until: search.until as never }
  const { data, error, refetch } = useApi(suggestionStatistics, { query }, { keep: true })
  const versions = [...new Set([...(data?.versions ?? []).map(({ version }) => version), search.version ?? ''])]
  const day = (text: string) => (text === '' ? undefined : text)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="models-taken" aria-label={words.taken} tabIndex={0}>
      <search className="admin-filter">
        <Select
          aria-label={words.kind}
          value={kind}
          choices={SuggestionKind.options.map((value) => ({ value: value as string, label: say(kindWords[value]) }))}
          onChange={(value) => go({ kind: SuggestionKind.parse(value), version: undefined })}
        />
        <Select
          aria-label={words.version}
          value={search.version ?? ''}
          choices={[
            { value: '', label: words.anyVersion },
            ...versions.filter((value) => value !== '').map((value) => ({ value, label: value })),
          ]}
          onChange={(value) => go({ version: day(value) })}
        />
        <TextInput
          type="date"
          aria-label={words.from}
          value={search.from ?? data?.from ?? ''}
          onChange={(text) => go({ from: day(text) }, true)}
        />
        <TextInput
          type="date"
          aria-label={words.until}
          value={search.until ?? data?.until ?? ''}
          onChange={(text) => go({ until: day(text) }, true)}
        />
      </search>
      {error !== null && <Failed no={error.no} what={words.taken} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && error === null && <Figures data={data} kind={kind} />}
    </section>
  )
}

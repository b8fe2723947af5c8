import type { DescribedTable } from '#app/keeping/privacy/read_dictionary'

/** The dictionary in Markdown: one table of columns for each table. */
export function dictionaryLines(tables: readonly DescribedTable[]): string[] {
  return tables.flatMap(({ name, about, columns }) => [
    `## ${name}`,
    '',
    about ?? '',
    '',
    '| Colonne | Type | Obligatoire | Sens |',
    '| --- | --- | --- | --- |',
    ...columns.map(
      (one) =>
        `| ${one.name} | ${one.type} | ${one.required ? 'oui' : 'non'} | ${(one.about ?? '').replaceAll('|', '\\|')} |`
    ),
    '',
  ])
}

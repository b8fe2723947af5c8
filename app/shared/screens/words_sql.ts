/** Turns a column of codes into its words in SQL, so that a list sorts and exports what people read. */
export function wordsSql(column: string, words: Readonly<Record<string, string>>): string {
  const cases = Object.entries(words).map(
    ([code, label]) => `WHEN '${quoted(code)}' THEN '${quoted(label)}'`
  )
  return `CASE ${column} ${cases.join(' ')} ELSE replace(${column}, '_', ' ') END`
}

function quoted(text: string): string {
  return text.replaceAll("'", "''")
}

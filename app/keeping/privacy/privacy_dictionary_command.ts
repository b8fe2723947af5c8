import { OfficeCommand } from '#app/accounts/command'

export default class PrivacyDictionary extends OfficeCommand {
  static override commandName = 'privacy:dictionary'
  static override description = 'Écrire le dictionnaire des données, lu dans le schéma réel'

  async perform() {
    const { readDictionary } = await import('#app/keeping/privacy/read_dictionary')
    const { dictionaryLines } = await import('#app/keeping/privacy/dictionary_lines')
    const tables = await readDictionary()
    return { data: { tables }, lines: dictionaryLines(tables) }
  }
}

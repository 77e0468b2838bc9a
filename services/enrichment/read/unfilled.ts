/** What templates bring along and nobody replaced: `Musterstraße 1`, `(555) 123-4567`, `Jane Doe`. */

const PERSON =
  /^(?:Max|Erika|Maxi|Hans|Petra) Muster(?:mann|frau)?$|^(?:John|Jane) (?:Doe|Smith)$|^(?:Vorname|First|Your) (?:Nachname|Name|Last)/i;
const STREET =
  /^(?:Muster|Beispiel)(?:stra(?:ß|ss)e|str\.|weg|allee|gasse|platz)|^(?:ul\. )?(?:Przykładowa|Vzorová|Példa|Örnek|Exempel|Esimerkki|Eksempel|Voorbeeld)(?:tie|katu|vej|veien|gatan?|gade|straat|laan|weg)?(?!\p{L})|^(?:Your|Sample|Example) (?:Street|Road|Address)|^123 (?:Main|High|Anywhere|Example|Sample|Fake|Your)(?: \p{L}+)? ?(?:St(?:reet)?|Rd|Road|Ave(?:nue)?)?\.?$|^(?:1234?,? )?(?:Rue|Calle|Via|Rua) (?:Exemple|Exemplo|Ejemplo|Esempio|de l['’]exemple)|Terry Fran[cç]i?[ns]e? St/iu;
const TOWN =
  /^(?:Muster(?:stadt|hausen|dorf|ort)|Anytown|Your (?:City|Town)|Ciudad Ejemplo|Sample(?:ville| City))$/i;

const FIRST_NAME =
  "vorname|vor|firstname|first|etunimi|fornavn|förnamn|fornamn|imie|jmeno|voornaam|prenom|nombre|nome|keresztnev";
const LAST_NAME =
  "nachname|name|lastname|last|sukunimi|etternavn|efternavn|efternamn|nazwisko|prijmeni|achternaam|nom|apellidos?|cognome|sobrenome";
const MAILBOX = new RegExp(
  `^(?:max\\.?muster(?:mann)?|(?:john|jane)\\.?(?:doe|smith)|(?:${FIRST_NAME})[._-]?(?:${LAST_NAME}))@`,
  "i",
);

export function isUnfilledEmail(email: string): boolean {
  return MAILBOX.test(email);
}

export function isUnfilledPerson(name: string): boolean {
  return PERSON.test(name);
}

export function isUnfilledAddress({ street, city }: { street: string | undefined; city: string }): boolean {
  return TOWN.test(city) || (street !== undefined && STREET.test(street));
}

/** Digits in a row, or one digit only. */
export function isUnfilledNumber(number: string): boolean {
  const digits = number.replace(/\D/g, "");
  return /^0*1234567/.test(digits) || /12345678|01234567|98765432|(\d)\1{6}/.test(digits) ||
    /^(\d)\1*$/.test(digits);
}

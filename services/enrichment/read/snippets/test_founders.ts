/** Since when a company exists and who leads it, as such things are said in thirty languages; what is behind the arrow is to be found. */

export const FOUNDED: readonly (readonly [text: string, value: string])[] = rowsOf(`
Serving Leeds since 1998. → 1998
Est. 1987 → 1987
Family run since 1962 → 1962
Trading since 1974 → 1974
Established in 1981, we make cheese. → 1981
We opened our doors in 2009. → 2009
Set up in 1999 by two brothers → 1999
Our story began in 1936 → 1936
A family business for three generations, founded 1951 → 1951
In 2013 we started the company. → 2013
The company was formed in 1993. → 1993
Since 2004, we have been baking bread. → 2004
Seit 1985 für Sie da. → 1985
Wir wurden 1992 gegründet. → 1992
Familienbetrieb seit 1949 → 1949
Die Firma besteht seit 1976. → 1976
Gründungsjahr: 2001 → 2001
1967 gründete Karl Meier den Betrieb. → 1967
Tradition seit 1888 → 1888
Im Jahr 2010 gegründet, sind wir heute 20 Leute. → 2010
Fondée en 1983, notre entreprise grandit. → 1983
Depuis 1979 à votre service → 1979
Maison fondée en 1902 → 1902
L'entreprise a été créée en 2006. → 2006
Créé en 1995 par Paul Rey → 1995
Entreprise familiale depuis 1968 → 1968
Desde 1990 a su servicio → 1990
Fundada en 1978, nuestra empresa → 1978
La empresa nace en 1984 → 1984
Empresa constituida en 2003 → 2003
Año de fundación: 1999 → 1999
Dal 1965 al vostro servizio → 1965
L'azienda nasce nel 1971 → 1971
Fondata nel 1958 → 1958
Anno di fondazione: 1988 → 1988
Attivi dal 1994 → 1994
Fundada em 1986, a empresa → 1986
Desde 1997 a servir → 1997
A empresa nasceu em 2005 → 2005
Sinds 1972 uw bakker → 1972
Opgericht in 1988 → 1988
Het bedrijf is in 1996 opgericht. → 1996
Sedan 1969 hjälper vi → 1969
Företaget grundades 1991 → 1991
Startade 2002 → 2002
Bolaget bildades 1987 → 1987
Siden 1977 → 1977
Firmaet blev stiftet i 1982 → 1982
Virksomheden blev grundlagt i 1990 → 1990
Etableret 1999 → 1999
Bedriften ble etablert i 1985 → 1985
Selskapet ble stiftet i 2008 → 2008
Perustettu 1993 → 1993
Vuodesta 1981 alkaen → 1981
Yritys on perustettu vuonna 2004 → 2004
Yrityksemme on toiminut vuodesta 1975 → 1975
Firma powstała w 1992 roku. → 1992
Działamy od 1998 roku → 1998
Założona w 1989 → 1989
Na rynku od 2001 roku → 2001
Istniejemy od 1990 r. → 1990
Firma byla založena v roce 1994. → 1994
Na trhu od roku 1991 → 1991
Působíme od roku 1996 → 1996
Tradice od 1932 → 1932
Spoločnosť bola založená v roku 1995. → 1995
Na trhu sme od roku 2003 → 2003
Firma vznikla v roku 1999 → 1999
Cégünk 1991-ben alakult. → 1991
Alapítva 1987 → 1987
1998 óta állunk rendelkezésére → 1998
Vállalkozásunkat 2005-ben alapítottuk. → 2005
Firma a fost înființată în 1994. → 1994
Din 1998 alături de dvs. → 1998
Fondată în 2001 → 2001
Фирмата е основана през 1992 г. → 1992
От 1998 г. на пазара → 1998
Създадена през 2003 година → 2003
Η εταιρεία ιδρύθηκε το 1985 → 1985
Από το 1978 κοντά σας → 1978
Έτος ίδρυσης: 1990 → 1990
1995'ten beri hizmetinizdeyiz → 1995
Firmamız 2001 yılında kurulmuştur. → 2001
1987 yılından bu yana → 1987
Kuruluş yılı: 1975 → 1975
Компания основана в 1998 году. → 1998
Работаем с 2005 года → 2005
На рынке с 1996 года → 1996
С 1991 года мы → 1991
Компанія заснована у 1999 році. → 1999
Працюємо з 2007 року → 2007
На ринку з 2001 року → 2001
創業1972年 → 1972
昭和55年創業 → 1980
1987年設立 → 1987
成立于2003年 → 2003
公司成立于1998年，专业生产轴承。 → 1998
始于1995年 → 1995
1992년 설립 → 1992
2003년에 설립된 회사입니다 → 2003
since 1999 → 1999
تأسست الشركة عام 1985 → 1985
منذ عام 1990 → 1990
החברה נוסדה בשנת 1988 → 1988
משנת 1995 → 1995
Tvrtka je osnovana 1993. godine. → 1993
Od 1989. s vama → 1989
Podjetje je bilo ustanovljeno leta 1991. → 1991
Od leta 1990 → 1990
Įmonė įkurta 1996 metais → 1996
Nuo 1999 metų → 1999
Uzņēmums dibināts 1994. gadā → 1994
Kopš 1998. gada → 1998
Ettevõte asutati 1993. aastal → 1993
Alates 1997. aastast → 1997
Tegutseme aastast 2001 → 2001
`);

export const LEADERS: readonly (readonly [text: string, value: string])[] = rowsOf(`
Inhaber: Jonas Brandt → Jonas Brandt
Inhaberin Petra Lorenz → Petra Lorenz
Vertreten durch: Dr. Anna Keller → Anna Keller
Vertreten durch die Geschäftsführerin Maria Huber → Maria Huber
Geschäftsführung: Thomas Wolf → Thomas Wolf
Geschäftsführer: Karl Maier, Eva Maier → Karl Maier
Vertretungsberechtigter Geschäftsführer: Lars Beck → Lars Beck
Vorstand: Helmut Krause → Helmut Krause
Vertretungsberechtigte: Ina Roth → Ina Roth
Betreiber: Felix Sommer → Felix Sommer
Einzelunternehmer: Martin Gruber → Martin Gruber
Firmeninhaber: Otto Lang → Otto Lang
Vorsitzender: Peter Haas → Peter Haas
Gérant : Luc Moreau → Luc Moreau
Gérante : Sophie Petit → Sophie Petit
Directeur de la publication : Marc Dubois → Marc Dubois
Directrice de la publication : Anne Leroy → Anne Leroy
Responsable de la publication : Jean Roux → Jean Roux
Représentant légal : Paul Girard → Paul Girard
Représentée par Monsieur Alain Faure, en qualité de gérant → Alain Faure
Président : Yves Blanc → Yves Blanc
Propriétaire : Claire Fontaine → Claire Fontaine
Le directeur de la publication est Monsieur Hugo Martin. → Hugo Martin
Legale rappresentante: Mario Rossi → Mario Rossi
Amministratore unico: Luca Bianchi → Luca Bianchi
Titolare: Giulia Ferri → Giulia Ferri
Amministratore delegato: Paolo Conti → Paolo Conti
Il titolare Andrea Greco → Andrea Greco
Rappresentante legale: Carla Neri → Carla Neri
Representante legal: Juan Pérez García → Juan Pérez García
Titular: María López Ruiz → María López Ruiz
Administrador único: Pedro Sanz → Pedro Sanz
Gerente: Ana Torres → Ana Torres
Director general: Luis Vega → Luis Vega
Propietario: Diego Mora → Diego Mora
Gerente: João Silva → João Silva
Sócio-gerente: Rui Costa → Rui Costa
Responsável: Marta Nunes → Marta Nunes
Representante legal: Carlos Souza → Carlos Souza
Diretor: Paulo Lima → Paulo Lima
Proprietário: Tiago Rocha → Tiago Rocha
Eigenaar: Jan de Vries → Jan de Vries
Directeur: Pieter Bakker → Pieter Bakker
Zaakvoerder: Tom Claes → Tom Claes
Bestuurder: Els Peeters → Els Peeters
VD: Anders Nilsson → Anders Nilsson
Ägare: Karin Berg → Karin Berg
Verkställande direktör: Lena Holm → Lena Holm
Innehavare: Per Lund → Per Lund
Direktør: Mette Hansen → Mette Hansen
Indehaver: Søren Krogh → Søren Krogh
Ejer: Lone Bach → Lone Bach
Daglig leder: Kari Moen → Kari Moen
Innehaver: Ola Vik → Ola Vik
Styreleder: Nina Dahl → Nina Dahl
Adm. direktør: Henrik Friis → Henrik Friis
Toimitusjohtaja: Matti Laine → Matti Laine
Yrittäjä: Sari Niemi → Sari Niemi
Omistaja: Juha Koski → Juha Koski
Właściciel: Adam Nowak → Adam Nowak
Prezes zarządu: Ewa Kowalska → Ewa Kowalska
Właścicielka: Anna Zając → Anna Zając
Prezes: Jan Wilk → Jan Wilk
reprezentowana przez Piotra Malca →
Jednatel: Petr Dvořák → Petr Dvořák
Majitel: Jan Novák → Jan Novák
Ředitelka: Eva Malá → Eva Malá
Jednateľ: Marek Kováč → Marek Kováč
Konateľ: Peter Hudák → Peter Hudák
Majiteľ: Ján Horák → Ján Horák
Odpovědná osoba: Karel Beran → Karel Beran
Ügyvezető: Kovács Péter → Kovács Péter
Tulajdonos: Nagy Éva → Nagy Éva
Képviselő: Szabó Anna → Szabó Anna
Vezérigazgató: Tóth Gábor → Tóth Gábor
Administrator: Ion Popescu → Ion Popescu
Reprezentant legal: Maria Ionescu → Maria Ionescu
Director general: Andrei Stan → Andrei Stan
Управител: Иван Петров → Иван Петров
Собственик: Мария Иванова → Мария Иванова
МОЛ: Георги Димитров → Георги Димитров
Ιδιοκτήτης: Νίκος Παππάς → Νίκος Παππάς
Διαχειριστής: Γιώργος Δήμου → Γιώργος Δήμου
Διευθύνων Σύμβουλος: Άννα Ρήγα → Άννα Ρήγα
Νόμιμος εκπρόσωπος: Ελένη Κώστα → Ελένη Κώστα
Genel Müdür: Ahmet Yılmaz → Ahmet Yılmaz
Kurucu: Ayşe Demir → Ayşe Demir
Firma sahibi: Mehmet Kaya → Mehmet Kaya
Yetkili: Ali Çelik → Ali Çelik
Генеральный директор: Иванов Пётр Сергеевич → Иванов Пётр Сергеевич
Директор: Смирнова Ольга → Смирнова Ольга
ИП Кузнецов Андрей Иванович → Кузнецов Андрей Иванович
Генеральний директор: Шевченко Олег → Шевченко Олег
Директор Бондар Ірина Петрівна → Бондар Ірина Петрівна
ФОП Ткаченко Марія Іванівна → Ткаченко Марія Іванівна
代表取締役 山田太郎 → 山田太郎
代表者：鈴木花子 → 鈴木花子
院長 佐藤健一 → 佐藤健一
대표: 김민수 → 김민수
대표자명 : 이영희 → 이영희
대표이사 박철수 → 박철수
Direktor: Ivan Horvat → Ivan Horvat
Vlasnik: Marko Babić → Marko Babić
Vlasnica: Ana Jurić → Ana Jurić
Direktor: Janez Novak → Janez Novak
Zakoniti zastopnik: Maja Kos → Maja Kos
Odgovorna osoba: Luka Perić → Luka Perić
Direktorius: Jonas Kazlauskas → Jonas Kazlauskas
Direktorė Rasa Balčiūnė → Rasa Balčiūnė
Vadovas: Tomas Petraitis → Tomas Petraitis
Valdes loceklis: Jānis Bērziņš → Jānis Bērziņš
Valdes priekšsēdētāja: Ilze Kalniņa → Ilze Kalniņa
Juhatuse liige: Mart Tamm → Mart Tamm
Tegevjuht: Kadri Saar → Kadri Saar
Omanik: Jaan Kask → Jaan Kask
Managing Director: Fiona Clarke → Fiona Clarke
Owner: Bill Hart → Bill Hart
Director: Alan Reid → Alan Reid
Proprietor: George Dale → George Dale
Principal: Ruth Lane → Ruth Lane
Managing Partner: Neil Frost → Neil Frost
`);

function rowsOf(table: string): [text: string, value: string][] {
  return table.trim().split("\n").map((row) => {
    const [text = "", value = ""] = row.split(" →");
    return [text, value.trim()];
  });
}

/** Home pages that we made up, in 28 languages: what they are, and whom they sell to. */

export interface MadeUpHomePage {
  readonly language: string;
  readonly industries: readonly string[];
  readonly companyTypes: readonly string[];
  readonly title: string;
  readonly description: string;
  /** Of its menu. */
  readonly links: readonly string[];
}

const TABLE = `
en ¦ Software ¦ SaaS, B2B ¦ Rotaline – shift rotas your staff actually read ¦ Build rotas in minutes, swap shifts from the phone and export hours to payroll. Plans from €3 per employee. ¦ Features, Pricing, Log in, Start your trial, Trusted by 400 cafés and clinics
de ¦ Software ¦ SaaS, B2B ¦ Belegfuchs | Belege digital erfassen ¦ Belegfuchs liest Ihre Rechnungen aus und übergibt sie an DATEV. 30 Tage gratis testen, monatlich kündbar. ¦ Funktionen, Preise, Anmelden, Demo buchen, Sicher gehostet in Frankfurt
fr ¦ Software ¦ SaaS, B2B ¦ Planiclé : l'outil en ligne pour gérer vos chantiers ¦ Devis, planning et factures dans une seule application. Essayez sans engagement. ¦ Fonctionnalités, Tarifs, Se connecter, Créer un compte, Application web et mobile
es ¦ Software ¦ SaaS, B2B ¦ Turnofácil, reserva de citas online para tu negocio ¦ Programa de gestión de citas con recordatorios por WhatsApp. Desde 19 €/mes. ¦ Precios, Iniciar sesión, Crear cuenta gratis
it ¦ Software ¦ SaaS, B2B ¦ Gestore Uno – gestionale in cloud per studi e imprese ¦ Fatture elettroniche, magazzino e prima nota in un unico gestionale online. ¦ Prezzi, Accedi, Registrati, Richiedi una demo
pl ¦ Software ¦ B2B, Agency ¦ Kodownia – aplikacje na zamówienie ¦ Projektujemy i programujemy systemy webowe dla firm produkcyjnych. ¦ Usługi, Realizacje, Technologie, React, .NET, PostgreSQL, Kontakt
sv ¦ Software ¦ B2B, Agency ¦ Kodverket i Umeå ¦ Vi bygger skräddarsydda system och appar åt kommuner och bolag. ¦ Tjänster, Uppdrag, Lediga jobb, Utvecklare
ja ¦ Software ¦ B2B, SaaS ¦ シフトかんたん｜勤怠管理システム ¦ クラウド型の勤怠管理システム。初期費用0円、月額300円から。 ¦ 機能, 料金, 導入事例, 資料請求, ログイン
ru ¦ Software ¦ B2B, Agency ¦ ТехноКод — разработка программ и сайтов ¦ Создаём корпоративные порталы, мобильные приложения и интеграции с 1С. ¦ Услуги, Портфолио, Вакансии
cs ¦ Software ¦ SaaS, B2B ¦ Skladomat | Skladový systém online ¦ Evidence zásob, čtečky kódů a napojení na e-shop. Vyzkoušejte na 14 dní zdarma. ¦ Ceník, Přihlášení, Funkce
en ¦ Software ¦ B2B, SaaS, Other ¦ Ferrite: a message queue in Rust ¦ Fast, durable queues for services. Read the docs or run it in Docker. ¦ Docs, GitHub, Benchmarks, cargo add ferrite, Release notes
nl ¦ Software ¦ B2B, Agency ¦ Bitwerk – IT-beheer voor het mkb ¦ Werkplekbeheer, Microsoft 365 en back-ups. Uw systeembeheerder op afstand. ¦ Diensten, Over ons, Contact, Hulp op afstand
tr ¦ Software ¦ B2B, SaaS ¦ Depotakip | Stok ve depo takip programı ¦ Bulut tabanlı stok takip programı ile işletmenizi her yerden yönetin. ¦ Özellikler, Fiyatlar, Giriş yap, Ücretsiz dene
uk ¦ Software ¦ B2B, SaaS ¦ ОблікПро — програма для обліку складу ¦ Хмарна програма обліку товарів для малого бізнесу. Безкоштовно 14 днів. ¦ Можливості, Тарифи, Увійти
en ¦ Media ¦ B2C, Other ¦ The Marsh Gazette ¦ Local news, sport and letters from the fen villages since 1974. ¦ News, Sport, Obituaries, Letters, Advertise with us, Subscribe
de ¦ Media ¦ Agency, B2B ¦ Lautstark – Agentur für Marke & Kommunikation ¦ Wir machen Marken sichtbar: Strategie, Kampagne, Social Media und Film. ¦ Projekte, Kunden, Team, Jobs
fr ¦ Media ¦ Agency, B2B ¦ Studio Cerise, identité visuelle et illustration ¦ Logo, charte graphique, packaging, affiches : je donne une image à votre entreprise. ¦ Réalisations, À propos, Contact
es ¦ Media ¦ B2C, B2B ¦ Lucía Ferrán | Fotógrafa de bodas ¦ Reportajes de boda naturales en Valencia y toda España. ¦ Bodas, Parejas, Tarifas, Contacto
it ¦ Media ¦ B2C, Other ¦ Edizioni La Tartaruga Lenta ¦ Casa editrice indipendente: narrativa, poesia, libri per bambini. ¦ Catalogo, Autori, Librerie, Invio manoscritti
pl ¦ Media ¦ B2C, B2B ¦ Kadr Studio – filmy i fotografia ślubna ¦ Kręcimy teledyski, reportaże i filmy firmowe. ¦ Oferta, Portfolio, Kontakt
fi ¦ Media ¦ Agency, B2B ¦ Mainostoimisto Kajo ¦ Suunnittelemme brändit, verkkosivut ja kampanjat. ¦ Työt, Tiimi, Ota yhteyttä
pt ¦ Media ¦ Agency, B2B ¦ Agência Maré — marketing digital ¦ Gestão de redes sociais, tráfego pago e sites para o seu negócio vender mais. ¦ Serviços, Cases, Clientes, Blog
en ¦ Media ¦ Agency, B2B ¦ Harrow & Vane | Video production for brands ¦ Commercials, explainers and corporate films from script to screen. ¦ Work, Services, Showreel, Contact
el ¦ Media ¦ Agency, B2B ¦ Πινέλο | Γραφιστικό γραφείο ¦ Σχεδιασμός λογοτύπων, έντυπα και διαφήμιση για επιχειρήσεις. ¦ Έργα, Υπηρεσίες, Επικοινωνία
en ¦ Media ¦ B2C, Other ¦ Quiet Harbour: a podcast about lighthouses ¦ New episode every second Friday. Listen on Spotify or Apple Podcasts. ¦ Episodes, Hosts, Support the show
en ¦ Finance ¦ B2C ¦ Northmere Credit Union – saving and borrowing together ¦ Owned by our members. Open a savings account or apply for a loan. ¦ Loans, Savings, Join, Rates, Branches
de ¦ Finance ¦ B2B, B2C ¦ Steuerkanzlei Adler & Moor ¦ Jahresabschluss, Lohnabrechnung und Steuererklärung für Betriebe und Privatleute. ¦ Leistungen, Mandanten, Karriere
fr ¦ Finance ¦ B2C, B2B ¦ Courtier en prêt immobilier à Angers – Prêtelio ¦ Nous négocions votre crédit auprès de 30 banques. ¦ Simulation, Rachat de crédit, Assurance emprunteur
es ¦ Finance ¦ B2B, B2C ¦ Gestoría Ruiz Molina ¦ Declaración de la renta, nóminas y contabilidad para autónomos y pymes. ¦ Servicios, Fiscal, Laboral, Contacto
it ¦ Finance ¦ B2C ¦ Assicurazioni Brambilla – agenzia a Lodi ¦ Polizze auto, casa, vita e infortuni. Preventivo senza impegno. ¦ Polizze, Sinistri, Agenzia
nl ¦ Finance ¦ B2C, B2B ¦ De Jong Hypotheken en Verzekeringen ¦ Onafhankelijk advies over uw hypotheek, pensioen en verzekering. ¦ Hypotheken, Verzekeringen, Afspraak maken
no ¦ Finance ¦ B2B ¦ Fjordtall Regnskap AS ¦ Vi fører regnskapet, kjører lønn og leverer skattemelding for små bedrifter. ¦ Tjenester, Priser, Om oss
hu ¦ Finance ¦ B2B ¦ Számadó Kft. – könyvelés Szegeden ¦ Könyvelés, bérszámfejtés és adótanácsadás kis cégeknek. ¦ Szolgáltatások, Árak, Kapcsolat
ro ¦ Finance ¦ B2C, B2B ¦ Broker de asigurări Meridian ¦ RCA, CASCO și asigurări de locuință la cele mai bune prețuri. ¦ Asigurări, Daune, Contact
en ¦ Finance ¦ B2B, SaaS ¦ Tidepay – accept card payments in any shop ¦ One terminal, next-day payouts, 1.4 % per transaction. ¦ Card reader, Fees, Payouts, Developers
lt ¦ Finance ¦ B2B ¦ Balansas LT – buhalterinės paslaugos ¦ Tvarkome įmonių apskaitą, rengiame deklaracijas. ¦ Paslaugos, Kainos, Kontaktai
ja ¦ Finance ¦ B2B, B2C ¦ 山根税理士事務所 ¦ 確定申告、会社設立、相続税のご相談を承ります。 ¦ 業務案内, 料金, アクセス
en ¦ Healthcare ¦ B2C ¦ Elm Row Dental Practice ¦ Check-ups, hygiene and implants for the whole family. New patients welcome. ¦ Treatments, Fees, Meet the team, Emergency appointments
de ¦ Healthcare ¦ B2C ¦ Praxis Dr. Lindqvist, Fachärztin für Allgemeinmedizin ¦ Ihre Hausarztpraxis in Gera. Sprechzeiten Mo–Fr. ¦ Sprechstunde, Leistungen, Rezept bestellen, Anfahrt
fr ¦ Healthcare ¦ B2C ¦ Cabinet de kinésithérapie des Tilleuls ¦ Rééducation, massage et suivi sportif à Dax. ¦ Soins, Équipe, Prendre rendez-vous
es ¦ Healthcare ¦ B2C ¦ Clínica Veterinaria Patitas ¦ Vacunas, cirugía y urgencias para perros y gatos. ¦ Servicios, Urgencias 24 h, Cita previa
it ¦ Healthcare ¦ B2C ¦ Studio Dentistico Ferraris ¦ Ortodonzia, implantologia, sbiancamento. Prima visita gratuita. ¦ Trattamenti, Prenota, Dove siamo
pl ¦ Healthcare ¦ B2C ¦ Gabinet fizjoterapii Ruch ¦ Masaż leczniczy, terapia manualna, rehabilitacja po urazach. ¦ Cennik, Umów wizytę
sv ¦ Healthcare ¦ B2C ¦ Björkens hemtjänst och omsorg ¦ Vi hjälper äldre och personer med funktionsnedsättning i vardagen. ¦ Omsorg, Ledsagning, Jobba hos oss
tr ¦ Healthcare ¦ B2C ¦ Gülüş Ağız ve Diş Sağlığı Polikliniği ¦ İmplant, ortodonti, diş beyazlatma. Randevu alın. ¦ Tedaviler, Hekimlerimiz, Randevu
ar ¦ Healthcare ¦ B2C ¦ مركز النور الطبي ¦ عيادات الأسنان والجلدية والأطفال في عمّان. احجز موعدك. ¦ العيادات, الأطباء, احجز موعد
ko ¦ Healthcare ¦ B2C ¦ 바른숨한의원 ¦ 침 치료, 추나, 비염 진료. 진료시간 안내. ¦ 진료과목, 의료진, 오시는 길
el ¦ Healthcare ¦ B2C ¦ Οδοντιατρείο Μαρία Κωστή ¦ Εμφυτεύματα, λεύκανση και παιδοδοντία στο Βόλο. ¦ Υπηρεσίες, Ραντεβού
en ¦ Healthcare ¦ B2B ¦ Corvex Diagnostics – rapid tests for laboratories ¦ CE-marked lateral flow assays and analysers for hospitals and labs. ¦ Products, Distributors, Regulatory
bg ¦ Healthcare ¦ B2C ¦ Медицински център Здраве – Пловдив ¦ Прегледи при кардиолог, невролог и детски лекар. ¦ Специалисти, Запазете час
en ¦ Education ¦ B2C ¦ Larkfield Primary School ¦ A happy village school for children aged 4 to 11. ¦ Admissions, Term dates, Parents, Governors, Uniform
de ¦ Education ¦ B2C ¦ Sprachinsel – Deutschkurse in Leipzig ¦ Intensivkurse A1 bis C1, Prüfungsvorbereitung, kleine Gruppen. ¦ Kurse, Preise, Anmeldung, Lehrer
fr ¦ Education ¦ B2C ¦ Auto-école du Pont Neuf ¦ Permis B, conduite accompagnée, code en ligne. ¦ Formations, Tarifs, Inscription
es ¦ Education ¦ B2C ¦ Academia Numérica ¦ Clases de matemáticas y física para ESO y Bachillerato. ¦ Cursos, Profesores, Matrícula
it ¦ Education ¦ B2C ¦ Scuola di musica Il Diapason ¦ Lezioni di pianoforte, chitarra e canto per adulti e bambini. ¦ Corsi, Docenti, Iscrizioni
pt ¦ Education ¦ B2C ¦ Colégio Semear ¦ Educação infantil e ensino fundamental em Campinas. Matrículas abertas. ¦ Proposta pedagógica, Matrículas, Alunos
cs ¦ Education ¦ B2C ¦ Mateřská škola Sluníčko ¦ Školka v zahradě pro děti od 2 let. Zápis do MŠ. ¦ Zápis, Jídelníček, Třídy
ru ¦ Education ¦ B2C ¦ Курсы английского «Лингва» ¦ Занятия для детей и взрослых, подготовка к экзаменам. ¦ Курсы, Преподаватели, Запись
da ¦ Education ¦ B2C, Government, Non-profit ¦ Søndervang Efterskole ¦ Et år med musik, idræt og fællesskab for unge i 10. klasse. ¦ Elever, Linjefag, Optagelse
en ¦ Education ¦ B2B, B2C ¦ Safehands Training ¦ First aid, fire marshal and manual handling courses at your workplace. ¦ Courses, Dates, Book a course, Certificates
et ¦ Education ¦ B2C ¦ Autokool Rada ¦ B-kategooria koolitus, libedasõit ja esmaabi. ¦ Kursused, Hinnad, Registreeru
zh ¦ Education ¦ B2C ¦ 新苗少儿编程培训中心 ¦ 面向6至16岁孩子的编程课程，免费试听。 ¦ 课程, 师资, 报名
en ¦ Real Estate ¦ B2C ¦ Pell & Marrow Estate Agents ¦ Selling or letting in Norwich? Book a free valuation. ¦ Buy, Rent, Landlords, Valuation, Recently sold
de ¦ Real Estate ¦ B2C ¦ Immobilien Sievers ¦ Wir verkaufen Ihr Haus zum besten Preis. Kostenlose Wertermittlung. ¦ Kaufen, Mieten, Objekte, Verkäufer
fr ¦ Real Estate ¦ B2C ¦ Agence du Littoral – achat, vente, location ¦ Maisons et appartements à vendre sur la côte. ¦ Nos biens, Estimer, Louer, Syndic
es ¦ Real Estate ¦ B2C ¦ Casas del Sur ¦ Pisos y chalets en venta en Málaga. ¦ Comprar, Alquilar, Vender mi casa
it ¦ Real Estate ¦ B2C ¦ Immobiliare Colline ¦ Case, rustici e terreni in vendita in Monferrato. ¦ Immobili, Valutazione, Affitti
pl ¦ Real Estate ¦ B2C ¦ Deweloper Zielone Tarasy ¦ Nowe mieszkania i domy w Gdyni. Sprawdź dostępne lokale. ¦ Inwestycje, Mieszkania, Kredyt
cs ¦ Real Estate ¦ B2C ¦ Reality Vltava ¦ Prodej a pronájem bytů a domů v jižních Čechách. ¦ Nabídka, Odhad ceny, Makléři
bg ¦ Real Estate ¦ B2C ¦ Агенция за недвижими имоти Дом ¦ Продажба и наеми на апартаменти във Варна. ¦ Имоти, Наеми, Брокери
hu ¦ Real Estate ¦ B2C ¦ Otthonkereső ingatlaniroda ¦ Eladó lakások és házak Debrecenben. ¦ Kínálat, Értékbecslés
en ¦ Real Estate ¦ B2B, B2C ¦ Dockside Desks – offices and hot desks ¦ Private offices, meeting rooms and day passes in the old docks. ¦ Memberships, Meeting rooms, Tour
ar ¦ Real Estate ¦ B2C ¦ الواحة للعقارات ¦ شقق وفلل للبيع والإيجار في دبي. ¦ عقارات للبيع, عقارات للإيجار
sv ¦ Real Estate ¦ B2C ¦ Bostadsbolaget Eken ¦ Vi hyr ut och förvaltar 900 lägenheter i Kalmar. ¦ Lediga lägenheter, Felanmälan, Hyresgäst
en ¦ Manufacturing ¦ B2B ¦ Tarn Valley Castings ¦ Grey iron and aluminium castings from 1 to 400 kg. ¦ Foundry, Capabilities, Quality ISO 9001, Request a quote
de ¦ Manufacturing ¦ B2B ¦ Kessler Drehtechnik GmbH ¦ CNC-Drehteile und Frästeile in Serie und als Prototyp. ¦ Maschinenpark, Qualität, Branchen, Anfrage
fr ¦ Manufacturing ¦ B2B ¦ Chaudronnerie Lavaud ¦ Tôlerie, soudure et mécanosoudure pour l'industrie. ¦ Ateliers, Savoir-faire, Parc machines
es ¦ Manufacturing ¦ B2B ¦ Envases Duero ¦ Fabricamos envases de vidrio y plástico para la industria alimentaria. ¦ Productos, Fábrica, Calidad, Distribuidores
it ¦ Manufacturing ¦ B2B ¦ Officine Meccaniche Rossato ¦ Costruzione di stampi e lavorazioni meccaniche conto terzi. ¦ Lavorazioni, Macchinari, Certificazioni
pl ¦ Manufacturing ¦ B2B ¦ Producent opakowań Kartopol ¦ Produkujemy kartony i tekturę falistą na zamówienie. ¦ Produkty, Produkcja, Wycena
fi ¦ Manufacturing ¦ B2B ¦ Konepaja Virtanen Oy ¦ Koneistus, hitsaus ja levytyöt teollisuudelle. ¦ Palvelut, Konekanta, Laatu
tr ¦ Manufacturing ¦ B2B ¦ Anadolu Kalıp Sanayi ¦ Plastik enjeksiyon kalıpları ve metal parça üretimi. ¦ Üretim, Makine parkı, Kalite
ja ¦ Manufacturing ¦ B2B ¦ 有限会社北川精密 ¦ 金属部品の切削加工、試作から量産まで。 ¦ 設備一覧, 加工事例, 品質
cs ¦ Manufacturing ¦ B2B ¦ Slévárna Hradec ¦ Výroba odlitků ze šedé litiny a hliníku. ¦ Výroba, Kvalita, Poptávka
hu ¦ Manufacturing ¦ B2B ¦ Fémforma Kft. ¦ Lemezmegmunkálás, lézervágás és hegesztés. ¦ Gépek, Referenciák, Ajánlatkérés
zh ¦ Manufacturing ¦ B2B ¦ 宁波海岳轴承有限公司 ¦ 专业生产滚珠轴承，出口欧洲和北美。 ¦ 产品中心, 工厂, 质量, 询价
sl ¦ Manufacturing ¦ B2B ¦ Kovinarstvo Zupan ¦ Izdelava kovinskih konstrukcij, laserski razrez pločevine. ¦ Stroji, Reference, Povpraševanje
en ¦ Retail ¦ B2C ¦ The Yarn Cupboard ¦ A little wool shop on the high street. Open Tuesday to Saturday. ¦ Yarn, Needles, Workshops, Find us
de ¦ Retail ¦ B2C ¦ Fahrrad Pohl ¦ Fahrräder, E-Bikes, Zubehör und Werkstatt in Husum. ¦ Marken, Angebote, Öffnungszeiten
fr ¦ Retail ¦ B2C ¦ Fleuriste Au Brin d'Herbe ¦ Bouquets, plantes, mariage et deuil à Vannes. ¦ La boutique, Horaires, Nos bouquets
es ¦ Retail ¦ B2C ¦ Óptica Visión Clara ¦ Gafas graduadas, lentillas y gafas de sol. ¦ Marcas, Promociones, Tiendas
it ¦ Retail ¦ B2C ¦ Ferramenta Colombo ¦ Utensili, vernici, serrature e duplicazione chiavi. ¦ Negozio, Orari, Marchi
nl ¦ Retail ¦ B2C ¦ Slaapcentrum De Wolk ¦ Bedden, matrassen en beddengoed. Kom proefliggen in onze winkel. ¦ Collectie, Merken, Openingstijden
da ¦ Retail ¦ B2C ¦ Vinkælderen i Ribe ¦ Vin, whisky og delikatesser – kig ind i butikken. ¦ Vine, Smagninger, Åbningstider
pl ¦ Retail ¦ B2C ¦ Salon samochodowy Autoplaza ¦ Nowe i używane samochody, serwis, finansowanie. ¦ Samochody, Salon, Serwis
ro ¦ Retail ¦ B2C ¦ Magazin de mobilă Confort ¦ Canapele, dormitoare și bucătării la comandă. ¦ Mobilier, Oferte, Program
sk ¦ Retail ¦ B2C ¦ Železiarstvo Gazda ¦ Náradie, farby, záhradná technika. ¦ Sortiment, Predajňa, Otváracie hodiny
ru ¦ Retail ¦ B2C ¦ Магазин «Рыболов» ¦ Удочки, катушки, приманки и одежда для рыбалки. ¦ Каталог, Акции, Магазины
ja ¦ Retail ¦ B2C ¦ 自転車店 サイクルたけ ¦ 新車・中古車販売、修理、パンク対応。 ¦ 取扱メーカー, 営業時間, アクセス
en ¦ Hospitality ¦ B2C ¦ The Heron Inn ¦ Pub, kitchen and six rooms above the river. ¦ Menu, Sunday lunch, Rooms, Book a table
de ¦ Hospitality ¦ B2C ¦ Gasthof Zum Hirschen ¦ Regionale Küche, Biergarten und Fremdenzimmer. ¦ Speisekarte, Zimmer, Reservieren
fr ¦ Hospitality ¦ B2C ¦ Le Clos des Hirondelles – chambres d'hôtes ¦ Quatre chambres et table d'hôtes en Périgord. ¦ Chambres, Tarifs, Petit déjeuner, Réserver
es ¦ Hospitality ¦ B2C ¦ Taberna El Pimentón ¦ Tapas, raciones y vinos de la tierra. ¦ Carta, Menú del día, Reservas
it ¦ Hospitality ¦ B2C ¦ Agriturismo Poggio Alto ¦ Camere, piscina e cucina toscana fra gli ulivi. ¦ Camere, Ristorante, Prenota
pt ¦ Hospitality ¦ B2C ¦ Pousada Vento Leste ¦ Quartos com vista para o mar e café da manhã colonial. ¦ Acomodações, Tarifas, Reserve
hr ¦ Hospitality ¦ B2C ¦ Apartmani Lavanda – Hvar ¦ Smještaj za 4 osobe, 50 m od plaže. ¦ Apartmani, Cijene, Rezervacija
el ¦ Hospitality ¦ B2C ¦ Ταβέρνα Ο Γλάρος ¦ Φρέσκο ψάρι και μεζέδες δίπλα στη θάλασσα. ¦ Μενού, Κρατήσεις
hu ¦ Hospitality ¦ B2C ¦ Tóparti Panzió ¦ Szobák, reggeli és wellness a Balaton partján. ¦ Szobák, Árak, Foglalás
fi ¦ Hospitality ¦ B2C ¦ Lomamökit Saarijärvi ¦ Rantasaunalliset mökit vuokralle ympäri vuoden. ¦ Mökit, Hinnat, Varaa
ja ¦ Hospitality ¦ B2C ¦ そば処 松の家 ¦ 手打ちそばと天ぷらの店。宴会も承ります。 ¦ お品書き, ご予約, アクセス
lv ¦ Hospitality ¦ B2C ¦ Kafejnīca Rudzupuķe ¦ Mājas kūkas, kafija un pusdienas Cēsīs. ¦ Ēdienkarte, Banketi, Kontakti
uk ¦ Hospitality ¦ B2C ¦ Кав'ярня «Зерно» ¦ Свіжообсмажена кава, сніданки та десерти у Львові. ¦ Меню, Кейтеринг, Контакти
en ¦ Energy ¦ B2C, B2B ¦ Sunlit Roofs ¦ Solar panels and home batteries installed in Kent. ¦ Solar PV, Batteries, EV chargers, Free survey
de ¦ Energy ¦ B2C, B2B ¦ Wärmewende Nord ¦ Wärmepumpen, Photovoltaik und Speicher aus einer Hand. ¦ Wärmepumpe, Förderung, Angebot
fr ¦ Energy ¦ B2C, B2B ¦ Bois & Granulés du Jura ¦ Livraison de bois de chauffage, granulés et fioul. ¦ Commander, Tarifs, Livraison
es ¦ Energy ¦ B2C, B2B ¦ Autoconsumo Levante ¦ Placas solares para viviendas y naves industriales. ¦ Estudio gratuito, Subvenciones, Proyectos
it ¦ Energy ¦ B2B, B2C ¦ Energia Chiara ¦ Luce e gas per casa e impresa, energia da fonti rinnovabili. ¦ Offerte luce, Offerte gas, Bolletta
nl ¦ Energy ¦ B2C, B2B ¦ Zonkracht Twente ¦ Zonnepanelen en thuisbatterijen, van advies tot montage. ¦ Zonnepanelen, Laadpalen, Offerte
pl ¦ Energy ¦ B2C, B2B ¦ Eko-Watt ¦ Fotowoltaika i pompy ciepła dla domu i firmy. ¦ Fotowoltaika, Dotacje, Wycena
sv ¦ Energy ¦ B2B, B2C ¦ Västkusten Vind ¦ Vi utvecklar och driver vindkraftparker. ¦ Projekt, Markägare, Om oss
ro ¦ Energy ¦ B2B, B2C ¦ Solaris Panouri ¦ Panouri fotovoltaice la cheie și sisteme de stocare. ¦ Rezidențial, Industrial, Ofertă
fi ¦ Energy ¦ B2C, B2B ¦ Jokivarren Sähkö ¦ Paikallista sähköä ja kaukolämpöä jo vuodesta 1921. ¦ Sähkösopimus, Kaukolämpö, Vikailmoitus
en ¦ Energy ¦ B2B ¦ Brannock Wind ¦ We own and operate onshore wind farms across Ireland. ¦ Our sites, Turbines, Community fund
uk ¦ Energy ¦ B2C, B2B ¦ СонцеДах ¦ Сонячні електростанції під ключ для дому та бізнесу. ¦ Послуги, Зелений тариф
en ¦ Consulting ¦ B2B ¦ Wexcombe Partners ¦ We help family firms plan succession and improve margins. ¦ Insights, Approach, Our people, Clients
de ¦ Consulting ¦ B2B ¦ Haller Organisationsentwicklung ¦ Beratung und Begleitung von Veränderungsprozessen im Mittelstand. ¦ Beratung, Workshops, Referenzen
fr ¦ Consulting ¦ B2B ¦ Cap Étape – conseil en stratégie et management ¦ Nous accompagnons les dirigeants de PME dans leur transformation. ¦ Nos missions, L'équipe, Publications
es ¦ Consulting ¦ B2B ¦ Nexo Talento ¦ Selección de personal y consultoría de recursos humanos. ¦ Empresas, Candidatos, Ofertas
it ¦ Consulting ¦ B2B ¦ Studio Alfa Consulenza ¦ Certificazione ISO, sicurezza sul lavoro e privacy per le aziende. ¦ Servizi, Clienti, Corsi
nl ¦ Consulting ¦ B2B ¦ Kompas Advies ¦ Organisatieadvies en interim-management voor zorg en overheid. ¦ Aanpak, Opdrachten, Team
da ¦ Consulting ¦ B2B ¦ Nordlys Rådgivning ¦ Ledelsesudvikling og strategi for mindre virksomheder. ¦ Ydelser, Forløb, Kunder
pl ¦ Consulting ¦ B2B ¦ Dotacje Plus ¦ Pozyskujemy fundusze unijne i doradzamy przedsiębiorcom. ¦ Usługi, Nabory, Doradztwo
fi ¦ Consulting ¦ B2B ¦ Polku Valmennus ¦ Johdon valmennusta ja työyhteisön kehittämistä. ¦ Palvelut, Asiakkaat
en ¦ Consulting ¦ B2B ¦ Staffwell Recruitment ¦ Temporary and permanent placements in care and catering. ¦ Employers, Candidates, Vacancies, Upload your CV
pt ¦ Consulting ¦ B2B ¦ Rumo Consultoria ¦ Consultoria em gestão, processos e planejamento estratégico. ¦ Soluções, Clientes, Blog
ja ¦ Consulting ¦ B2B ¦ あおば経営コンサルティング ¦ 中小企業の経営改善、補助金申請を支援します。 ¦ サービス, 代表挨拶, セミナー
en ¦ Legal ¦ B2C, B2B ¦ Crewe & Lattimer Solicitors ¦ Conveyancing, wills, probate and family law. ¦ Services, Our solicitors, Fees, Contact
de ¦ Legal ¦ B2C, B2B ¦ Kanzlei Brandes – Arbeitsrecht und Familienrecht ¦ Wir vertreten Sie vor Gericht und außergerichtlich. ¦ Rechtsgebiete, Anwälte, Vollmacht
fr ¦ Legal ¦ B2C, B2B ¦ Étude notariale Garnier ¦ Successions, ventes immobilières, contrats de mariage. ¦ Nos notaires, Actes, Rendez-vous
es ¦ Legal ¦ B2C, B2B ¦ Despacho Ortega – divorcios y herencias ¦ Defendemos sus derechos ante los tribunales. ¦ Áreas de práctica, Equipo, Consulta
it ¦ Legal ¦ B2C, B2B ¦ Avv. Chiara Bonetti ¦ Diritto del lavoro, risarcimento danni e recupero crediti. ¦ Lo studio, Attività, Contatti
pl ¦ Legal ¦ B2C, B2B ¦ Kancelaria Radcy Prawnego Maj ¦ Rozwody, spadki, obsługa prawna spółek. ¦ Specjalizacje, Zespół
cs ¦ Legal ¦ B2C, B2B ¦ Advokátní kancelář Novotný ¦ Rodinné právo, obchodní právo, vymáhání pohledávek. ¦ Služby, Advokáti
ro ¦ Legal ¦ B2C, B2B ¦ Cabinet de avocat Popa ¦ Drept civil, penal și al muncii. ¦ Domenii, Onorarii
ru ¦ Legal ¦ B2C, B2B ¦ Юридическая фирма «Параграф» ¦ Представительство в суде, регистрация ООО, споры. ¦ Услуги, Юристы
hu ¦ Legal ¦ B2C, B2B ¦ Dr. Somogyi Ügyvédi Iroda ¦ Ingatlan adásvétel, cégalapítás, válóperek. ¦ Szakterületek, Díjak
lt ¦ Legal ¦ B2C, B2B ¦ Advokatė Rasa Petrauskienė ¦ Teisinės paslaugos: šeimos, darbo ir paveldėjimo bylos. ¦ Paslaugos, Kontaktai
en ¦ Logistics ¦ B2B ¦ Humber Haulage ¦ Pallets, part loads and full loads, UK and Ireland. ¦ Fleet, Warehousing, Get a rate, Drivers
de ¦ Logistics ¦ B2B ¦ Spedition Wulf ¦ Nationale und internationale Transporte, Lagerlogistik, Stückgut. ¦ Fuhrpark, Lager, Fahrer gesucht
fr ¦ Logistics ¦ B2C, B2B ¦ Déménagements Cassan ¦ Déménagement de particuliers et d'entreprises, garde-meubles. ¦ Devis, Monte-meubles, Cartons
es ¦ Logistics ¦ B2B ¦ Transportes Hermanos Gil ¦ Transporte frigorífico por carretera a toda Europa. ¦ Flota, Almacenaje, Rutas
it ¦ Logistics ¦ B2B ¦ Autotrasporti Fumagalli ¦ Trasporto merci conto terzi, groupage e deposito. ¦ Mezzi, Magazzino, Tariffe
pl ¦ Logistics ¦ B2B ¦ Trans-Mazur ¦ Transport krajowy i międzynarodowy, spedycja. ¦ Flota, Oferta, Praca dla kierowców
no ¦ Logistics ¦ B2B, B2C ¦ Lofoten Budbil ¦ Bud, frakt og flytting på dagen. ¦ Priser, Bestill bud
tr ¦ Logistics ¦ B2B ¦ Marmara Nakliyat ¦ Uluslararası karayolu taşımacılığı, gümrükleme ve depolama. ¦ Hizmetler, Filo, Teklif al
bg ¦ Logistics ¦ B2B ¦ Спедиция Тракия ¦ Международен транспорт на товари и складова база. ¦ Транспорт, Автопарк
en ¦ Logistics ¦ B2C, B2B ¦ Boxroom Self Storage ¦ Clean, dry storage units from 10 to 200 sq ft. ¦ Unit sizes, Prices, Reserve a unit
ja ¦ Logistics ¦ B2B ¦ 丸山運輸株式会社 ¦ 一般貨物の輸送、倉庫保管、引越し。 ¦ 事業内容, 車両, 採用情報
en ¦ Logistics ¦ B2C, B2B ¦ Skye Taxis ¦ Airport transfers and local taxi hire, day and night. ¦ Book a taxi, Fares, Airport
en ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ Mossy Button – handmade children's clothes ¦ Free UK delivery over £40. New in: autumn dungarees. ¦ Shop all, New in, Basket, My account, Returns
de ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ Teekontor24 – loser Tee versandkostenfrei ab 30 € ¦ Über 200 Sorten losen Tee bequem nach Hause bestellen. ¦ Warenkorb, Mein Konto, Versand, Zahlungsarten
fr ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ La Malle aux Savons ¦ Savons artisanaux livrés chez vous en 48 h. ¦ Ajouter au panier, Mon compte, Livraison offerte, Paiement sécurisé
es ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ MundoVelas, velas aromáticas ¦ Compra velas de soja con envío gratis desde 35 €. ¦ Añadir al carrito, Mi cuenta, Envíos y devoluciones
it ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ Caffè in Cialda Shop ¦ Cialde e capsule compatibili spedite in 24 ore. ¦ Carrello, Il mio account, Spedizioni, Resi
nl ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ Plantenpost.nl ¦ Kamerplanten online bestellen, morgen in huis. ¦ Winkelmand, Bestellen, Verzending, Retourneren
pl ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ Zabawkowo.pl – sklep internetowy ¦ Zabawki drewniane i gry planszowe. Darmowa dostawa od 150 zł. ¦ Koszyk, Moje konto, Zwroty
cs ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ Bylinky-online.cz ¦ Čaje, bylinky a koření s doručením do druhého dne. ¦ Košík, Doprava a platba, Reklamace
sv ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ Garnhörnan – garn på nätet ¦ Fri frakt över 499 kr. Snabb leverans. ¦ Varukorg, Kassa, Köpvillkor
ro ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ Jucarioara.ro ¦ Jucării educative cu livrare rapidă și retur gratuit. ¦ Coșul meu, Adaugă în coș, Contul meu
ja ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ 和紙オンラインストア かみや ¦ 全国送料無料。和紙・便箋の通販サイト。 ¦ カート, 会員登録, 特定商取引法に基づく表記
ru ¦ E-commerce, Retail ¦ E-commerce, B2C ¦ Интернет-магазин чая «Листок» ¦ Доставка по всей России от 1 дня. ¦ Корзина, Оплата и доставка, Личный кабинет
en ¦ Other ¦ B2C, B2B ¦ Brightside Plumbing & Heating ¦ Boiler repairs, bathrooms and leaks fixed in Leeds. ¦ Services, Emergency call-out, Reviews
de ¦ Other ¦ B2C, B2B ¦ Malermeister Thoma ¦ Innenanstriche, Fassaden und Tapezierarbeiten. ¦ Leistungen, Galerie, Kontakt
fr ¦ Other ¦ B2C ¦ Salon Mèche Rebelle ¦ Coupe, coloration et barbier à Rouen. ¦ Prestations, Tarifs, Prendre rendez-vous
es ¦ Other ¦ B2C, B2B ¦ Limpiezas Brillo ¦ Limpieza de comunidades, oficinas y cristales. ¦ Servicios, Presupuesto
it ¦ Other ¦ B2C ¦ Palestra Forza Nuova Energia ¦ Sala pesi, corsi di pilates e personal trainer. ¦ Corsi, Orari, Abbonamenti
pl ¦ Other ¦ B2C, B2B ¦ Usługi ogrodnicze Zielony Kąt ¦ Zakładanie trawników, przycinanie drzew, pielęgnacja. ¦ Realizacje, Cennik
sv ¦ Other ¦ B2C, B2B ¦ Norrlands Tak & Plåt ¦ Vi lägger om tak och monterar hängrännor. ¦ Takbyte, Referenser, Offert
tr ¦ Other ¦ B2C ¦ Oto Lastik Yıldız ¦ Lastik değişimi, rot balans ve oto bakım. ¦ Hizmetler, Randevu
hu ¦ Other ¦ B2C, B2B ¦ Villanyszerelés Kovács ¦ Lakossági villanyszerelés, hibaelhárítás éjjel-nappal. ¦ Munkáim, Árak
fi ¦ Other ¦ B2C, B2B ¦ Siivouspalvelu Kirkas ¦ Kotisiivous, ikkunanpesu ja toimistosiivous. ¦ Hinnasto, Varaa
pt ¦ Other ¦ B2C ¦ Oficina Auto Silva ¦ Mecânica, revisões e pneus em Braga. ¦ Serviços, Marcações
en ¦ Other ¦ B2B, B2C ¦ Fallowfield Organics ¦ Grass-fed beef and heritage wheat from our family farm. ¦ Farm, Produce, Visit
ko ¦ Other ¦ B2C, B2B ¦ 한빛청소 ¦ 입주청소, 사무실 청소, 에어컨 청소 전문. ¦ 서비스, 견적문의
en ¦ Other, Healthcare ¦ Non-profit ¦ Hope for Hedgehogs ¦ A registered charity that rescues and releases injured hedgehogs. Donate or volunteer. ¦ Donate, Volunteer, Our work
de ¦ Other ¦ Non-profit ¦ Turnverein Eintracht Altdorf e.V. ¦ Turnen, Handball und Leichtathletik für Groß und Klein. ¦ Abteilungen, Mitglied werden, Vorstand, Satzung
fr ¦ Other ¦ Non-profit ¦ Les Amis du Moulin – association loi 1901 ¦ Nous restaurons le moulin du village. Adhérez ! ¦ Adhésion, Bénévoles, Faire un don
es ¦ Other ¦ Non-profit ¦ Fundación Manos Abiertas ¦ Apoyamos a niños en riesgo de exclusión. Hazte socio. ¦ Proyectos, Colabora, Memoria anual
it ¦ Other ¦ Non-profit ¦ Pro Loco Montebello ¦ Associazione per la promozione del territorio. Diventa socio. ¦ Eventi, Soci, 5 per mille
pl ¦ Other ¦ Non-profit ¦ Fundacja Ciepły Dom ¦ Pomagamy bezdomnym zwierzętom. Przekaż 1,5% podatku. ¦ Wesprzyj nas, KRS, Wolontariat
sv ¦ Other ¦ Non-profit ¦ Hembygdsföreningen Ekby ¦ Vi vårdar bygdens historia. Bli medlem. ¦ Program, Styrelsen, Medlemskap
cs ¦ Other ¦ Non-profit ¦ Sbor dobrovolných hasičů Lhota ¦ Spolek hasičů, soutěže a akce pro děti. ¦ Členové, Akce, Historie
fi ¦ Other ¦ Non-profit ¦ Kylän Nuorisoseura ry ¦ Järjestämme teatteria ja tansseja. Liity jäseneksi. ¦ Jäsenet, Hallitus, Toiminta
nl ¦ Other ¦ Non-profit ¦ Stichting Voedselhulp Drenthe ¦ Vrijwilligers delen wekelijks pakketten uit. Steun ons. ¦ Doneren, ANBI, Vrijwilliger worden
hr ¦ Other ¦ Non-profit ¦ Udruga Zvono ¦ Udruga za pomoć osobama s invaliditetom. ¦ Volontiraj, Doniraj, Projekti
hu ¦ Other ¦ Non-profit ¦ Élő Tisza Egyesület ¦ Közhasznú egyesület a folyó védelmére. Adó 1%. ¦ Támogatás, Tagság
en ¦ Other ¦ Government ¦ Borough of Westmarsh ¦ Council tax, bins, planning and housing services for residents. ¦ Residents, Council meetings, Pay your council tax
de ¦ Other ¦ Government ¦ Gemeinde Sonnenfeld ¦ Bürgerservice, Gemeinderat, Bekanntmachungen und Satzungen. ¦ Rathaus, Bürgermeister, Ortsrecht
fr ¦ Other ¦ Government ¦ Commune de Saint-Loup – site officiel ¦ État civil, urbanisme, école et conseil municipal. ¦ Le maire, Délibérations, Démarches
es ¦ Other ¦ Government ¦ Excmo. Ayuntamiento de Robledal ¦ Sede electrónica, padrón, plenos y tributos. ¦ Trámites, Alcaldía, Bandos
it ¦ Other ¦ Government ¦ Comune di Valverde ¦ Albo pretorio, uffici comunali, tributi e anagrafe. ¦ Sindaco, Giunta, Uffici
pl ¦ Other ¦ Government ¦ Urząd Gminy Lipowo ¦ Biuletyn Informacji Publicznej, rada gminy, podatki. ¦ Wójt, BIP, Ogłoszenia
cs ¦ Other ¦ Government ¦ Obec Dolní Lhota – oficiální stránky ¦ Úřední deska, zastupitelstvo, vyhlášky. ¦ Starosta, Úřední deska, Odpady
sv ¦ Other ¦ Government ¦ Ekby kommun ¦ Bygga och bo, barn och utbildning, kommun och politik. ¦ E-tjänster, Kommunfullmäktige, Lediga jobb
hu ¦ Other ¦ Government ¦ Tiszaháza Község Önkormányzata ¦ Polgármesteri hivatal, rendeletek, képviselő-testület. ¦ Ügyintézés, Rendeletek
ro ¦ Other ¦ Government ¦ Primăria Comunei Valea Mare ¦ Consiliul local, hotărâri, taxe și impozite. ¦ Primar, Monitorul oficial local
uk ¦ Other ¦ Government ¦ Лісівська сільська рада ¦ Рішення ради, бюджет громади, звернення громадян. ¦ Голова, Депутати, Документи
en ¦ Software, Media ¦ Agency, B2B ¦ Inkwell Web — websites for small businesses ¦ Fast, simple websites designed and built in Cork. ¦ Our work, Packages, Clients say
de ¦ Media, Software ¦ Agency, B2B ¦ Pixelschmiede – Webdesign & SEO aus Kassel ¦ Wir gestalten Webseiten, die gefunden werden. ¦ Portfolio, Leistungen, Kunden
en ¦ E-commerce, Retail, Other ¦ Marketplace ¦ Allotment Swap – buy and sell seeds and plants ¦ List your surplus, message sellers nearby, pay safely. ¦ Sell an item, Browse listings, How it works
en ¦ Healthcare, Other ¦ Non-profit ¦ St Brannoc Hospice Care ¦ A charity giving end-of-life care free of charge. Make a donation today. ¦ Our care, Fundraise, Shops, Donate
en ¦ Education, Other ¦ Non-profit ¦ Code for Coasts ¦ We are a nonprofit teaching teenagers to program. Volunteer as a mentor. ¦ Programs, Donate, Mentors
en ¦ Other, Education ¦ Government, Non-profit, B2C ¦ Port Ellery Public Library ¦ Borrow, study and meet. Library card free for residents. ¦ Catalogue, Opening hours, Events
en ¦ Hospitality ¦ B2C ¦ Loam Kitchen ¦ Seasonal small plates. Dinner Wednesday to Sunday. ¦ Menus, Reservations, Private dining
en ¦ Retail ¦ B2C ¦ Kolade Motors | Car dealer in Ibadan ¦ New and used vehicles, pre-orders and engine diagnostics. ¦ Cars, Contact
en ¦ Healthcare, Retail ¦ B2C ¦ Maple Road Pharmacy ¦ Your community pharmacy: prescriptions, flu shots and medication reviews. ¦ Refill, Location
en ¦ Other, Real Estate ¦ B2C ¦ Tubwise | Bath resurfacing in Durban ¦ We restore enamel and cast iron baths at your home. ¦ Services, Quote
en ¦ Other, Real Estate ¦ B2B ¦ Osei Roads Ltd ¦ Civil engineering and road construction, crane hire and earthworks across Ghana. ¦ Projects, Plant
en ¦ Energy, Retail ¦ B2B ¦ Voltana ¦ Diesel generators: sales, rental and service. ¦ Products, Contact
`;

export const HOME_PAGES: readonly MadeUpHomePage[] = TABLE.trim().split("\n").map((row) => {
  const [language = "", industries = "", companyTypes = "", title = "", description = "", links = ""] = row
    .split(" ¦ ");
  const lists = [industries, companyTypes, links].map((cell) => cell.split(", "));
  return { language, industries: lists[0]!, companyTypes: lists[1]!, title, description, links: lists[2]! };
});

/** Goods and people on their way. */
import type { Branch } from "./branch.ts";

export const LOGISTICS: readonly Branch[] = [
  [
    "Logistics",
    "B2B",
    `
      truck_dispatch dispatch_service owner_operator trucking$ haulage$
      logistics logistik$ logistiek logistica logistique freight$ shipping$ courier$ spedition spedit
      warehous lagerhalt lagerung transport$ transports$ transporte$ transporter$ trasporti$
      transportbedrijf akeri$ fragt frakt$ kuljetus kuljetuksi spedycj fracht 物流 運送 運輸 trucking
      haulage preprava$ doprava$ fuvaroz szallitmanyoz transporturi logistic$ μεταφορ логистик превоз
      transportas vezejmas veod$ prijevoz prevoz$ frete$ fletes$ carga$ transportadora transporte_de_carga
      entreposage dedouanement autokran schwertransport kranservice *transport$ *transporten$ koeltransport
      kuljetusliike nakliyat$ nakliye tasimacilik$ depolama$ сборн_груз сборные_груз грузы$ перевозк$
      доставка_груз логистич 물류 택배 운송 corriere$ fuvarozas transporte_de_cargas transportadora$
      spedycja$ transport_miedzynarod kargo$ lager$ doprava_a lojistik$ servizi_espressi trasporti_e
      consegne$ selfstorage garde-meuble minilager trasteros opslagruimte minivarasto
      kurierdienst koerier kurier$ kuriersk futarszolg курьер messagerie paketdienst budfirma
      pakkettransport nakliye$ nakliyeci vogntog vognmand haulier kravu_parvad parvadajum transporta_pakalp
      kroviniu_vezim kroviniu_perv perveziniai veoteenus kaubavedu transporditeenus prijevoznic prevozniske
      autodoprav kontejnerova kontejnery$ wynajem_busow przewoz_rzeczy przewozy$ transport_ciezar
      kuorma-auto kroviniu$ kravas$ kravu$ tovorni_prom veoteen kranverleih kranarbeit kranvermiet nosturi$
      nostopalv nosturipalv ajoneuvonost kranbil kranutleie kraanverhuur location_de_grue noleggio_gru
      pronajem_jerab jerabnick zeriavnick daruberlet daruzas dzwigi$ wynajem_dzwig автокран кран-манипулят
      manipulaator skladovani skladovan magazynow raktaroz sandeliav port_services port_terminal
      terminal_service stevedor hafenlogistik pallets$ part_loads full_loads road_freight air_freight
      sea_freight ocean_freight freight_forward customs_clear 3pl$ fulfilment_serv fulfillment_serv
      last-mile cold_storage storage_unit courier_service parcel$ fleet_of stuckgut schwerlast
      lagerlogistik transportunternehmen lkw$ zollabfertig kontraktlogistik luftfracht seefracht
      transport_routier transporteur$ affretement stockage_de_marchand transport_de_marchand
      commissionnaire_de_transp fret$ transitaire transporte_por_carretera transporte_de_mercanc
      transporte_frigor almacenaje mudanzas_y paqueteria mensajeria transitari agencia_de_transport
      trasporto_merci autotrasport groupage corriere_espresso spedizioni_intern spedizioniere deposito_merci
      trasporti_nazion transporte_de_mercador transportes_de_mercador armazenagem encomendas$
      goederenvervoer vervoer$ wegtransport vrachtvervoer opslag_en transportonderneming expeditie
      douane-afh godstransport akeriet aakeri lagerhallning frakt_och budtransport budbil spedisjon
      kolonial_transp transportfirma lagerhotel kurertjeneste tavaraliikenne rahtikuljet varastointi
      huolinta transport_drogow transport_krajow miedzynarodowy_transport uslugi_transport uslugi_kurier
      nakladni_doprav mezinarodni_doprav kamionova_doprav zasilatel skladovani_a spedice nakladna_doprav
      medzinarodna_doprav kamionov arufuvaroz nemzetkozi_fuvar teherfuvar szallitmany logisztik kamionos
      transport_marfa transport_rutier transport_international expeditie_de depozitare curierat
      грузоперевозк грузов$ транспортн_компан экспедитор складск_услуг таможенн вантажн_перевез
      вантажоперевез перевезен логістик експедит складськ$ митн спедиц международен_транспорт
      транспорт_на_товар товарни_превоз складова_баз куриерск διαμεταφορ εφοδιαστικ αποθηκευσ κουριερ
      nakliyat karayolu_tasim lojistik gumrukleme gumruk_musavir depolama tasimacilig parsiyel 運送会社 輸送
      倉庫 配送 国際物流 通関 货运 运输 快递 仓储 国际物流 물류센터 국제운송 شحن نقل_بضايع لوجستي
      تخليص_جمركي مستودعات שילוח ובלות מחסנים לוגיסט prijevoz_robe medunarodni_prijev kamionski spedicija
      skladistenj prevoz_blaga mednarodni_prevoz spedicij skladiscen tarptautiniai_perv kroviniai kroviniu
      ekspedij logistikos starptautisk_parvad autoparvad noliktav_pakalp ekspedicij rahvusvahel_vedu
      kaubaveod ekspedeer laoteenus logistikateenus
    `,
  ],
  [
    "Logistics",
    "B2C",
    `
      self_storage storage_units storage_facility
      airline airways$ ~flights$ air_charter air_service flight_schedul aerolinea lineas_aereas companhia_aerea
      fluggesellschaft compagnie_aerienne compagnia_aerea luchtvaartmaatschappij flygbolag flyselskab lentoyhti
      linie_lotnicze moving_company removals$ umzug$ umzuge umzugs demenagement mudanzas traslochi verhuiz flyttfirma
      flytthjalp flyttebyra muutto$ muuttopalvelu przeprowadzk 引越 car_rental car_hire van_hire rent_a_car
      autovermiet mietwagen location_de_voiture alquiler_de_coches autonoleggio autoverhuur biluthyrning
      bilutleie autovuokra wypozyczalnia_samochod taxi$ taxis$ chauffeur limousine airport_transfer
      flughafentransfer autovuokraamo autonvuokraus arac_kirala oto_kirala прокат_авто 렌터카 שכרת_רכב
      autokolcsonz aluguel_de_carros inchirieri_auto wynajem_samochod evden_eve vtc$ noleggio_con_conducente
      private_hire coach_hire minibus_hire busreisen reisebus autocars$ bussresor bussutleie tilausajo
      przewozy_osob autobusova_doprava taksi$ taksiasema taxibedrijf taxiforetag taxiservice taxi_service
      taksowk такси таксі ταξι タクシー 乗合 noleggio_auto aluguer_de_auto alquiler_de_vehicul
      alquiler_de_auto biludlejning pujcovna_aut pujcovna_vozu wypozyczalnia_aut wypozyczalnia_przyczep
      inchirieri_masin аренда_авто ενοικιασεις_αυτοκ ενοικιαση_αυτοκ レンタカー autoverleih flyttefirma
      muuttopalvel stehovan stehovac koltoztet mutari$ μετακομισ переезд demenageurs demenageur$
      airport_taxi minicab cab_service wedding_car car_sharing carsharing man_and_van house_move
      mobelspedition krankentransport personenbeforder taxiunternehmen taxi_et transport_de_personnes
      location_de_vehicul alquiler_de_furgon taxi_a taxisti noleggio_furgoni traslochi_e aluguer_de_viat
      verhuisbedrijf verhuisservice autohuur flyttning flyttstad flytte_og flytting flytning taksipalvel
      muutot$ transport_osob wypozyczalnia_bus stahovan$ autopozicov preprava_osob szemelyszallit
      transport_persoane inchiriere_auto перевозка_пассаж грузчик$ пассажирск_перевоз пасажирськ_перевез
      переізд превоз_на_пътниц хамалск$ nakliyat_evden transfer_hizmet servis_tasimac 引越し 引っ越し
      ハイヤー ハス会社 搬家 租车 نقل_اثاث تاجير_سيارات تاكسي סעות מוניות selidbe selitve rent-a-car
      najam_vozil prevoz_oseb automobiliu_nuoma perkraustym autonoma auto_noma parvaksan autorent
      kolimisteenus taksoteenus autojen_vuokr autojen_vuokrausta auton_vuokr pakettiauto vuokra-auto hyrbil
      minibussit_vuokr
    `,
  ],
];

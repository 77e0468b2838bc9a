/** Sun, heat, power, gas and firewood. */
import type { Branch } from "./branch.ts";

export const ENERGY: readonly Branch[] = [
  [
    "Energy",
    "B2C",
    `
      photovolta solar$ solaranlag panneaux_solaires installateur_photo placas_solares fotovolta
      energia_solar zonnepan solcell solpanel aurinkopaneel aurinkosahko 太陽光 heat_pump warmepump
      pompe_a_chaleur pompa_di_calore warmtepomp varmepump lampopump pompy_ciepla renovation_energetique
      ev_charging wallbox$ ladestation borne_de_recharge laddbox solarni fotovoltaick solarn$ napelem
      napkollektor panouri_solare φωτοβολτ соларн saules_elektrin paikesepaneel soncne_elektrarn
      solar_panels tepelna_cerpadla hoszivattyu gunes_enerji солнечн 태양광 energia_solarna
      instalacje_fotowolta fotowoltaik napelemes solar_power solar_pv home_batter ~batteries$ ev_charger
      ev_chargers charging_station heat_pumps$ pv-anlage stromspeicher ~speicher$ ladesaule panneau_solaire
      panneaux_photo pompes_a_chaleur bornes_de_recharge installation_photo autoconsommation autoconsumo
      paneles_solares aerotermia puntos_de_recarga instalaciones_solares impianti_fotovolta pannelli_solari
      pompe_di_calore colonnine_di_ricarica accumulo$ paineis_solares bomba_de_calor bombas_de_calor
      carregadores_eletricos energia_fotovolta thuisbatterij laadpalen laadpaal elbilsladdare laddstolpar
      batterilager elbillader ladeboks ladestandere aurinkovoima sahkoauton_lataus latausasema ilmalampopump
      maalampo panele_fotowoltaiczne pompa_ciepla magazyny_energii stacje_ladowania solarni_panel
      tepelne_cerpadl tepelna_cerpadl nabijeci_stanic bateriove_uloz solarne_panel nabijac_stanic
      elektromos_auto_tolt panouri_fotovolta pompe_de_caldura statii_de_incarc sisteme_fotovolta
      солнечные_панел солнечные_батаре тепловые_насос зарядные_станц сонячн теплові_насос тепловии_насос
      зарядні_станц слънчеви_панел фотоволта термопомп ηλιακ$ αντλιες_θερμοτ gunes_panel gunes_enerjisi
      isi_pompasi sarj_istasyon ges_kurulum 蓄電池 光伏 太阳能 충전기_설치 طاقة_شمسية واح_شمسية
      אנרגיה_סולארית סולארי fotonapon dizalice_topline toplinske_pumpe soncne$ toplotne_crpalk polnilnic
      saules_energ saules_modul silumos_siurbl saules_panel siltumsukn paikesepark soojuspump
    `,
  ],
  [
    "Energy",
    "B2B",
    `
      diesel_generator generator_sales generator_repair generator_service generators$ genset inverters$
      power_backup backup_power
      energy$ energie$ energies$ energia$ energi$ energetik electricite$ gas_supply power_plant
      stromanbieter stadtwerke energieversorg energieberat wind_farm windkraft eolien eolic biogas hydrogen
      wasserstoff oil_and_gas petroleum renewable erneuerbar elbolag elnat sahkoyhtio 電力 ~kwh$ trop-percus
      factures_d_energie efficacite_energetique district_heating fernwarme fernwarmeversorg fjernvarme
      fjarrvarme kaukolampo stadsverwarming cieplownia cieplownicz sieci_cieplne teplarna teplarny tavho$
      tavhoszolgaltat termoficare теплоснабж теплосет теплоэнерг теплопостач 熱供給 netzbetreiber stromnetz
      elektrizitatswerk elverk nettselskap elnatsbolag sahkoverkko dystrybucja_energii электросет газоснабж
      tankstelle station-service gasolinera bensinstation bensinstasjon tankstation benzinkut stacja_paliw
      cerpaci_stanic azs$ азс$ benzinarie akaryakit heizol fioul$ mazout brandolie polttooljy propane
      propangas butangas nestekaas plynar gazoil odnawialne_zrodla oze$ obnovitelne_zdroj atsinaujinanci
      atjaunojam taastuvener megujulo bioenergi hakelammit flisfyring pellets$ обновяеми возобновляем
      відновлюван brennholz kaminholz bois_de_chauffage firewood legna_da_ardere lena_para lenha$
      drewno_opal drewno_komin palivove_drev palivove_drivi tuzifa polttopuu klapit$ brandhout haardhout
      vedsalg ved_til_salg braende$ lemne_de_foc дрова$ malkos$ malka$ kuttepuud ogrjevno_drv wind_farms
      wind_turbine wind_power onshore_wind offshore_wind hydropower hydroelectric ~nuclear$ power_station
      energy_supplier electricity_supplier ~electricity$ gas_and_electricity ~utility$ ~utilities$
      energy_efficien green_energy clean_energy biomass biofuel lpg$ heating_oil oilfield drilling_services
      pipeline strom_und_gas okostrom stromtarif windpark windenergie wasserkraft heizwerk nahwarme
      gasversorg fournisseur_d_energie parc_eolien gaz_naturel hydroelectr economies_d_energie
      granules_de_bois granules$ chauffage_au_bois energia_renov energias_renov parque_eolico
      parques_eolicos comercializadora eficiencia_energetica gasoleo biomasa luce_e_gas offerte_luce
      fonti_rinnovabili energia_rinnov efficienza_energet gas_naturale impianti_a_biogas energia_eletrica
      energia_eolica distribuidora_de_energia gas_natural eficiencia_energet windmolen stroom_en_gas
      energieleverancier duurzame_energie energiebedrijf warmtenet vindkraft elhandel elavtal
      fornybar_energi fornybar vattenkraft vindmolle vedvarende_energi stroemselskab elselskab varmevaerk
      kraftvaerk stromselskap kraftselskap vannkraft kraftlag sahkoa$ sahkosopimus sahkonmyynti energiayhtio
      tuulivoima vesivoima energia_oy elektrownia energia_elektr prad_i_gaz farmy_wiatrowe wegiel ekogroszek
      sprzedaz_wegla elektrina dodavatel_energ vetrne_elektr dodavka_plyn uhli$ bioplyn obnovitel plynovod$
      elektraren dodavatel_elektr aramszolgal foldgaz szeleromu megujulo_energ tuzelo energie_electrica
      gaze_naturale furnizor_de_energ centrale_eolien энергетик$ электроэнерг электростанц нефтегаз
      ветропарк уголь$ нефть_и_газ нефтепродукт енергетик електроенерг електростанц вітров газопостач
      паливо$ нафтопродукт енергия$ природен_газ вятърен ενεργεια$ ηλεκτρικη_ενεργ φυσικο_αεριο αιολικ
      καυσιμα πετρελαιο_θερμ enerji$ elektrik_dagit dogalgaz ruzgar_enerj petrol_urun 発電所
      再生可能エネルキー 電力会社 カス会社 フロハン 新能源 电力 风电 石油 天然气 에너지 طاقة كهرباء نفط_غاز
      وقود אנרגיה חשמל$ elektricna_energ prirodni_plin vjetroelektran obnovljiv elektrika$ zemeljski_plin
      elektros_energij gamtines_duj vejo_jegain dujos$ elektroenerg dabasgaze veja_park granulas
      elektrienerg tuulepark maagaas kutuse
    `,
  ],
];

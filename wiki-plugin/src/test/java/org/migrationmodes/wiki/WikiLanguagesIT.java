package org.migrationmodes.wiki;

import java.util.Map;
import org.migrationmodes.testing.LanguagesContract;

class WikiLanguagesIT extends LanguagesContract {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("en", "This wiki is read-only while it moves to new servers."),
            Map.entry("ar", "هذا الويكي للقراءة فقط أثناء نقله إلى خوادم جديدة."),
            Map.entry("de", "Dieses Wiki ist nur lesbar, während es auf neue Server umzieht."),
            Map.entry("el", "Αυτό το wiki είναι μόνο για ανάγνωση όσο μεταφέρεται σε νέους διακομιστές."),
            Map.entry("es", "Esta wiki es de solo lectura mientras se traslada a nuevos servidores."),
            Map.entry("fr", "Ce wiki est en lecture seule pendant sa migration vers de nouveaux serveurs."),
            Map.entry("it", "Questo wiki è in sola lettura durante il trasferimento su nuovi server."),
            Map.entry("ja", "このウィキは新しいサーバーへ移転中のため、読み取り専用です。"),
            Map.entry("nl", "Deze wiki is alleen-lezen tijdens de verhuizing naar nieuwe servers."),
            Map.entry("pl", "Na czas przenosin na nowe serwery ta wiki jest dostępna tylko do odczytu."),
            Map.entry("pt", "Esta wiki está disponível somente para leitura durante a migração para novos servidores."),
            Map.entry("ru", "Эта вики доступна только для чтения, пока она переезжает на новые серверы."),
            Map.entry("zh", "本维基正在迁移到新的服务器，目前为只读。"),
            Map.entry("zh-Hant", "本維基正在搬遷到新的伺服器，目前為唯讀。"));

    @Override
    protected Map<String, String> titles() {
        return TITLES;
    }
}

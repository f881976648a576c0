package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/**
 * One scheduled step of the seeded warehouse: as a node of Data Studio, a task of the scheduler and a table.
 *
 * @param number its place in the plan, from 0
 * @param name of node, task and table
 * @param command what runs it: {@code ODPS_SQL} …
 * @param cron six fields, seconds first
 * @param upstream names of the steps it waits for
 * @param minutes after midnight of the run day at which it starts
 * @param duration how long a run takes, in seconds
 */
record Job(int number, String name, String command, String cron, List<String> upstream, int minutes, int duration) {
    private static final String PLAN = """
            ods_orders ODPS_SQL 10 240
            ods_order_items ODPS_SQL 10 300
            ods_users ODPS_SQL 10 120
            ods_products DI 10 90
            ods_payments DI 11 150
            ods_refunds DI 11 60
            ods_logistics DI 12 200
            dim_user ODPS_SQL 16 100 ods_users
            dim_product ODPS_SQL 16 80 ods_products
            dwd_orders ODPS_SQL 18 420 ods_orders,ods_order_items
            dwd_payments ODPS_SQL 18 260 ods_payments
            dwd_refunds ODPS_SQL 18 110 ods_refunds
            dwd_logistics ODPS_SQL 18 300 ods_logistics
            dws_orders_1d ODPS_SQL 30 380 dwd_orders,dim_user,dim_product
            dws_user_1d ODPS_SQL 30 330 dwd_orders,dim_user
            dws_product_1d ODPS_SQL 30 310 dwd_orders,dim_product
            dws_refunds_1d ODPS_SQL 30 90 dwd_refunds
            dws_logistics_1d ODPS_SQL 30 140 dwd_logistics
            ads_gmv ODPS_SQL 40 160 dws_orders_1d,dwd_payments
            ads_top_products ODPS_SQL 40 130 dws_product_1d
            ads_user_retention PYODPS3 40 700 dws_user_1d
            ads_refund_rate ODPS_SQL 40 70 dws_refunds_1d,dws_orders_1d
            ads_logistics_sla ODPS_SQL 40 90 dws_logistics_1d
            sync_gmv_holo DI 46 240 ads_gmv
            check_orders PYODPS3 46 60 dwd_orders
            report_gmv DIDE_SHELL 52 30 ads_gmv
            daily_done VIRTUAL 58 1 ads_gmv,ads_top_products
            ods_clicks DI hourly 120
            dwd_clicks ODPS_SQL hourly 150 ods_clicks
            dws_clicks_1h ODPS_SQL hourly 90 dwd_clicks
            ads_clicks_gmv_1h ODPS_SQL hourly 60 dws_clicks_1h
            """;

    /** The plan of the workspace {@code orders_dw}. */
    static List<Job> plan() {
        List<Job> jobs = new ArrayList<>();
        for (String line : PLAN.split("\n")) {
            String[] words = line.split(" ");
            boolean hourly = words[2].equals("hourly");
            int minutes = hourly ? 5 + jobs.size() % 4 * 5 : Integer.parseInt(words[2]);
            String cron = hourly ? "00 " + two(minutes) + " 00-23/1 * * ?" : "00 " + two(minutes) + " 00 * * ?";
            jobs.add(new Job(jobs.size(), words[0], words[1], cron,
                    words.length < 5 ? List.of() : List.of(words[4].split(",")), minutes,
                    Integer.parseInt(words[3])));
        }
        return jobs;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    boolean hourly() {
        return cron.contains("/1 ");
    }

    String workflow() {
        return hourly() ? "hourly_clicks" : "daily_orders";
    }

    /** The table outside of the plan that it reads, or {@code null}. */
    String source() {
        return command.equals("ODPS_SQL") && upstream.isEmpty() ? "src_" + name.substring(4) : null;
    }

    /** What the node runs. */
    String script(String project) {
        switch (command) {
            case "DI":
                return "{\"type\":\"job\",\"version\":\"2.0\",\"steps\":[{\"stepType\":\"mysql\",\"category\":\"reader\","
                        + "\"name\":\"Reader\",\"parameter\":{\"table\":\"" + name.substring(name.indexOf('_') + 1)
                        + "\"}},{\"stepType\":\"odps\",\"category\":\"writer\",\"name\":\"Writer\",\"parameter\":"
                        + "{\"table\":\"" + name + "\",\"partition\":[\"dt='${bizdate}'\"]}}]}";
            case "PYODPS3":
                return "print(o.get_table('" + name + "'))\n";
            case "DIDE_SHELL":
                return "#!/bin/bash\necho \"" + name + " ${1}\"\n";
            case "VIRTUAL":
                return "";
            default:
                String from = source() == null ? upstream.get(0) : source();
                boolean counted = name.startsWith("dws") || name.startsWith("ads");
                String key = !counted ? "id" : from.startsWith("dws") || from.startsWith("ads") ? "stat_key"
                        : "cast(id as string)";
                return "insert overwrite table " + project + "." + name + " partition (dt='${bizdate}')\nselect  " + key
                        + ", user_id, status, amount, created_at\nfrom    " + project + "." + from
                        + "\nwhere   dt = '${bizdate}';\n";
        }
    }
}

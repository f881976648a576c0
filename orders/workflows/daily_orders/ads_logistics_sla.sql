insert overwrite table orders_dw.ads_logistics_sla partition (dt='${bizdate}')
select  stat_key, user_id, status, amount, created_at
from    orders_dw.dws_logistics_1d
where   dt = '${bizdate}';
